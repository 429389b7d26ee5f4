// Draws what stdin holds, escape codes included, as a terminal in Chromium shows it.
const fs = require("fs");
const { chromium } = require("playwright-core");

const [command, file] = process.argv.slice(2);
const colors = { 31: "#ff7b72", 32: "#7ee787", 33: "#e3b341", 34: "#79c0ff", 35: "#d2a8ff", 36: "#76e3ea" };
const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
let style = "";
const html = fs.readFileSync(0, "utf8").split(/\u001b\[([0-9;]*)m/).map((part, place) => {
  if (place % 2 === 0) return `<span style="${style}">${escape(part)}</span>`;
  for (const code of part.split(";")) {
    if (code === "" || code === "0") style = "";
    else if (code === "1") style += "font-weight:bold;";
    else if (code === "2") style += "opacity:.7;";
    else if (code === "4") style += "text-decoration:underline;";
    else if (colors[code]) style += `color:${colors[code]};`;
  }
  return "";
}).join("");

(async () => {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });
  const page = await browser.newPage({ deviceScaleFactor: 1.25 });
  await page.setContent(`<!doctype html><meta charset="utf-8"><body style="margin:0;display:inline-block">
    <pre style="margin:0;padding:16px 20px;background:#0d1117;color:#e6edf3;font:13px/1.3 'DejaVu Sans Mono',monospace"
    ><span style="opacity:.7">${escape(command)}</span>\n${html}</pre>`);
  await (await page.$("body")).screenshot({ path: file });
  await browser.close();
})();
