//! `recognize`: a filter, line by line.

use serde_json::{Value, json};

use super::common::gutskin;

fn recognized(lines: &str) -> Vec<Value> {
    let said = gutskin("recognize").stdin(lines).some_stdout().run().stdout;
    said.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect()
}

#[test]
fn each_line_is_answered_in_order_with_places_in_its_text() {
    let answers = recognized("I have pimples\n\nmy shoes are blue\n");
    assert_eq!(answers.len(), 3, "an empty line is a line");
    assert_eq!(answers[0]["text"], "I have pimples");
    assert_eq!(answers[0]["concerns"], json!(["acne"]));
    let found = &answers[0]["matches"][0];
    assert_eq!((&found["start"], &found["end"], &found["negated"]), (&json!(7), &json!(14), &json!(false)));
    assert_eq!(answers[2]["concerns"], json!([]));
}

#[test]
fn fields_of_an_object_are_passed_through() {
    let answers = recognized("{\"id\": 7, \"text\": \"no acne, just dry skin\"}\n");
    assert_eq!(answers[0]["id"], 7);
    assert_eq!(answers[0]["concerns"], json!(["dullness"]));
}

#[test]
fn words_side_by_side_are_shown_together() {
    let said = gutskin("recognize").stdin("my cheeks sting and go red\n").some_stdout().run().stdout;
    let answer: Value = serde_json::from_str(&said).expect("JSON");
    let phrases: Vec<_> =
        answer["matches"].as_array().expect("matches").iter().map(|found| &found["phrase"]).collect();
    assert_eq!(phrases, ["cheeks sting", "go red"]);
}

#[test]
fn a_long_line_is_heard_to_its_end() {
    let story = "The weather was fine and the train was late. ".repeat(1000);
    let answers = recognized(&format!("{story}My lips are swelling and I have no acne.\n"));
    assert_eq!(answers[0]["red_flags"][0]["urgency"], "emergency");
    let last = answers[0]["matches"].as_array().and_then(|matches| matches.last()).expect("a match");
    assert_eq!((&last["phrase"], &last["negated"]), (&json!("acne"), &json!(true)));
    assert_eq!(last["start"], story.len() + "My lips are swelling and I have no ".len());
}

#[test]
fn a_line_that_fails_is_named_and_the_run_goes_on() {
    let input = b"acne\n\xff\xfe\n{\"text\": 7}\nrosacea\n";
    let summary = "2 of 4 lines could not be read; see \"error\" in the output\n";
    let said = gutskin("recognize").stdin(input).status(1).stderr(summary).some_stdout().run().stdout;
    let answers: Vec<Value> =
        said.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect();
    assert_eq!(answers.len(), 4);
    for (place, line) in [(1, 2), (2, 3)] {
        assert!(answers[place]["error"].is_string() && answers[place]["line"] == line, "{said}");
    }
    assert_eq!(answers[3]["concerns"], json!(["redness"]));
}

#[test]
fn more_threads_change_no_byte() {
    let lines = (0..3000).map(|day| format!("day {day}: my cheeks sting, no pimpels\n"));
    let lines = lines.collect::<Vec<_>>().concat();
    let one = gutskin("recognize").stdin(lines.clone()).some_stdout().run().stdout;
    gutskin("recognize --jobs 3").stdin(lines).stdout(one).run();
}
