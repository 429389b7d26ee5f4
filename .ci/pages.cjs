// Opens every page and picture of a folder in Chromium, in both widths and both color schemes, takes
// a screenshot of each, and fails on: an accessibility violation (axe-core), a request to
// anywhere, a page wider than the window, overlapping labels of a picture, a diagram that Mermaid
// cannot draw.
const fs = require("fs");
const path = require("path");
const { chromium } = require("playwright-core");

const folder = path.resolve(process.argv[2]);
const axe = require.resolve("axe-core/axe.min.js");
const mermaid = path.join(path.dirname(require.resolve("mermaid/package.json")), "dist/mermaid.min.js");
const files = (ending) => fs.readdirSync(folder).filter((name) => name.endsWith(ending)).sort();
const complaints = [];

async function inEachView(browser, visit) {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [380, 1280]) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
      const page = await context.newPage();
      page.on("request", (request) => {
        if (!/^(file|data|about|blob):/.test(request.url())) complaints.push(`request to ${request.url()}`);
      });
      page.on("pageerror", (error) => complaints.push(`script error: ${error}`));
      await visit(page, `${width}-${colorScheme}`);
      await context.close();
    }
  }
}

// Pages forbid scripts by their own policy, which axe-core has to get around (bypassCSP).
async function checkPage(page, name, view) {
  await page.goto(`file://${folder}/${name}`);
  await page.screenshot({ path: `${folder}/${name}-${view}.png`, fullPage: true });
  const { inner, scroll } = await page.evaluate(() => ({
    inner: document.documentElement.clientWidth,
    scroll: document.documentElement.scrollWidth,
  }));
  if (scroll > inner) complaints.push(`${name} ${view}: ${scroll} px wide in a window of ${inner}`);
  await page.addScriptTag({ path: axe });
  const { violations } = await page.evaluate(() => window.axe.run());
  for (const found of violations) {
    complaints.push(`${name} ${view}: ${found.id}: ${found.help} (${found.nodes[0].target})`);
  }
}

async function checkPicture(page, name, view) {
  await page.goto(`file://${folder}/${name}`);
  await page.screenshot({ path: `${folder}/${name}-${view}.png` });
  const overlaps = await page.evaluate(() => {
    const labels = [...document.querySelectorAll("text")].map((label) => [label.textContent, label.getBoundingClientRect()]);
    const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    return labels.flatMap(([text, box], place) =>
      labels.slice(place + 1).filter(([, other]) => meet(box, other)).map(([other]) => `${text} / ${other}`));
  });
  for (const pair of overlaps) complaints.push(`${name} ${view}: labels overlap: ${pair}`);
}

async function checkDiagram(page, name) {
  const text = fs.readFileSync(`${folder}/${name}`, "utf8");
  await page.setContent("<!doctype html><title>diagram</title><main></main>");
  await page.addScriptTag({ path: mermaid });
  const drawn = await page.evaluate(async (text) => {
    window.mermaid.initialize({ startOnLoad: false });
    try {
      await window.mermaid.parse(text);
      const { svg } = await window.mermaid.render("picture", text);
      document.querySelector("main").innerHTML = svg;
      return "";
    } catch (error) {
      return String(error);
    }
  }, text);
  if (drawn) complaints.push(`${name}: ${drawn}`);
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

(async () => {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
  await inEachView(browser, async (page, view) => {
    for (const name of files(".html")) await checkPage(page, name, view);
    for (const name of files(".svg")) await checkPicture(page, name, view);
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  for (const name of files(".mmd")) await checkDiagram(page, name);
  await browser.close();
  const looked = files(".png").length;
  console.log(`${looked} views, ${complaints.length} complaints`);
  complaints.forEach((complaint) => console.log(complaint));
  if (complaints.length || !looked) process.exit(1);
})();
