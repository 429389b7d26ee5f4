//! The rules of hearing one by one, each with sentences that only this rule hears right. The
//! scores next door leave a class some room; these leave none.

use gutskin::embedded::{INDEX, KNOWLEDGE};
use gutskin::knowledge::model::{EVERYONE, Target};
use gutskin::recognition::{Match, Recognizer};

use super::sentences;

/// Each concern that was heard, in the order of the text, with `no ` before what is not so.
fn heard(text: &str) -> String {
    let mut named: Vec<String> = Vec::new();
    for found in Recognizer::new(&KNOWLEDGE, &INDEX).recognize(text).matches {
        let concern = match found.target {
            Target::Concern(key) => key,
            Target::Condition(key) => KNOWLEDGE[key].concern,
            _ => continue,
        };
        let no = if found.negated { "no " } else { "" };
        named.push(format!("{no}{}", KNOWLEDGE[concern].id));
    }
    named.dedup();
    named.join(", ")
}

fn assert_heard(cases: &[(&str, &str)]) {
    assert_said(cases, heard);
}

fn assert_said(cases: &[(&str, &str)], of: impl Fn(&str) -> String) {
    let heard: Vec<String> = cases.iter().map(|(text, _)| of(text)).collect();
    let wrong: Vec<_> = cases.iter().zip(&heard).filter(|((_, wanted), heard)| wanted != heard).collect();
    assert!(wrong.is_empty(), "what was wanted, and what was heard: {wrong:#?}");
}

#[test]
fn a_word_counts_where_it_is_about_skin() {
    assert_heard(&[
        // What is nearer decides; skin, where both are as near.
        ("Uneven paint on the wall, and my skin is calm", ""),
        ("My cheeks are dull this evening", "dullness"),
        ("My complexion is gray and flat", "dullness"),
        // The words of the phrase itself count.
        ("Crow's feet near my eyes", "aging"),
        // Another sentence does not.
        ("That uneven paint needs work. My skin is calm", ""),
        ("I washed the car. Now I feel itchy", "redness"),
        // Who speaks of a person may speak of more than skin.
        ("Honestly, I am rather dull company", ""),
        ("I am spotty", "acne"),
        // A text this short answers a question.
        ("Oily", "acne"),
        // What counts by itself, at either end, is near enough for the rest.
        ("Dry skin and uneven this evening", "dullness"),
        ("Broken capillaries and wrinkles this evening", "redness, aging"),
        ("This evening such wrinkles and clogged pores", "aging, acne"),
        ("I am so red and flaky", "redness, dullness"),
        // What stands before a noun belongs to it.
        ("Red pimples on my cheeks", "acne"),
        ("Red cheeks and pimples", "redness, acne"),
        // Who has it stands right before it.
        ("I get wrinkles on a boat", "aging"),
        ("My wrinkled shirt", ""),
        // An idiom speaks of no part of the body.
        ("Neck and neck, it was rough", ""),
        ("It left me high and dry", ""),
        ("My blood pressure is high, and my skin is dry", "dullness"),
    ]);
}

#[test]
fn the_body_of_something_else_is_no_skin() {
    assert_heard(&[
        ("My cat's chin is dry", ""),
        ("Our hen has scaly legs", ""),
        ("My hen and my legs are scaly", "dullness"),
        // The thing is part of the name, or the part of the body is one's own.
        ("A turkey neck", "aging"),
        ("The wool makes my legs itchy", "redness"),
        ("My eye cream burned my face", "redness"),
    ]);
}

#[test]
fn two_words_that_nothing_speaks_for_speak_for_each_other() {
    assert_heard(&[
        ("Oily and uneven everywhere", "acne, dullness"),
        ("For some weeks now it has been oily and uneven", "acne, dullness"),
        ("This handle is oily. That label is uneven.", ""),
        ("Dry this, dry that, so boring", ""),
    ]);
}

#[test]
fn what_is_gone_is_gone_and_nothing_else_is() {
    assert_heard(&[
        ("My wrinkles went away", "no aging"),
        ("I am acne free", "no acne"),
        ("My acne is not gone", "acne"),
        ("Wrinkles here, the rest is fine", "aging"),
        ("Acne isn't my concern, redness is", "no acne, redness"),
        ("This cream does not leave my cheeks dry", "no dullness"),
    ]);
}

#[test]
fn a_list_stays_negated_to_its_end() {
    assert_heard(&[
        ("No acne, redness or wrinkles", "no acne, no redness, no aging"),
        ("No acne, redness. Creams or pills help", "no acne, redness"),
        ("No acne, redness is what I have, or rosacea", "no acne, redness"),
        // Three in a row are a list without an "or" as well.
        ("No acne, redness, wrinkles", "no acne, no redness, no aging"),
        ("My skin is free of acne, redness and wrinkles", "no acne, no redness, no aging"),
        ("No acne, no wrinkles, redness", "no acne, no aging, redness"),
        ("No acne, redness and my skin is flaky", "no acne, redness, dullness"),
        ("I have never had, luckily, any acne", "no acne"),
        ("No, acne", "acne"),
    ]);
}

#[test]
fn what_is_set_beside_another_is_not_the_point() {
    assert_heard(&[
        ("Less acne than rosacea", "no acne, redness"),
        ("My cheeks are more flaky than greasy", "dullness, no acne"),
        ("Not so much wrinkles as redness", "no aging, redness"),
        // Of one concern alone this says how much.
        ("Less acne than before", "acne"),
        ("More wrinkles than last year", "aging"),
    ]);
}

#[test]
fn a_clause_ends_where_the_next_begins_without_a_comma() {
    assert_heard(&[
        ("My skin is not oily it is dry", "no acne, dullness"),
        ("I have no acne I have wrinkles", "no acne, aging"),
        ("No wrinkles that trouble me it's redness", "no aging, redness"),
        ("I don't think that it's acne", "no acne"),
        ("No wrinkles on my face or acne", "no aging, no acne"),
        // What an "if" brings about is another clause.
        ("If I don't sleep I break out", "acne"),
    ]);
}

#[test]
fn a_negation_of_a_negation_is_none() {
    assert_heard(&[
        ("Not a day without acne", "acne"),
        ("I have not outgrown my acne", "acne"),
        ("My skin is never free of acne", "acne"),
        ("I outgrew my acne", "no acne"),
        // What is joined or contrasted is not turned around.
        ("My skin is not dry and free of acne", "no dullness, no acne"),
        ("Not one pimple, no redness", "no acne, no redness"),
        ("My acne is not gone and my cheeks are red", "acne, redness"),
    ]);
}

#[test]
fn what_lies_in_the_past_is_over_until_it_returns() {
    assert_heard(&[
        ("my sister has a rash and I had acne as a kid", "redness, no acne"),
        ("I had acne years ago", "no acne"),
        ("Years ago I had acne, now wrinkles", "no acne, aging"),
        ("My acne was gone but it came back", "acne"),
        ("My acne is gone but my redness came back", "no acne, redness"),
        ("My acne is gone and never came back", "no acne"),
        ("My redness is gone and my skin is back to normal", "no redness"),
        ("I had a rash. It is gone", "no redness"),
        ("My mother has no wrinkles but I do", "aging"),
        ("I have no acne but I do need a cream", "no acne"),
    ]);
}

#[test]
fn what_is_set_apart_is_there() {
    assert_heard(&[
        ("Apart from the wrinkles my skin is fine", "aging"),
        ("No trouble with my skin except acne", "acne"),
        ("The rest of my skin is fine", ""),
        ("A rash is all over my legs", "redness"),
        ("Everything except wrinkles: acne and redness", "no aging, acne, redness"),
    ]);
}

#[test]
fn what_others_have_and_what_was_feared_is_not_there() {
    assert_heard(&[
        ("My friend has wrinkles, my skin is smooth", "no aging"),
        ("I have wrinkles, my skin is smooth", "aging"),
        ("If I ever get acne I will ask. My skin is clear", "no acne"),
        ("My sister fights her acne, I have no acne", "no acne"),
        ("My sister has acne, I have wrinkles", "no acne, aging"),
        ("Nobody at home has acne except me", "acne"),
        ("Everybody at home has acne except me", "no acne"),
        // What was to go and did not is there.
        ("They said that it would clear my acne. It didn't", "acne"),
        ("They said that I would get acne. I didn't", "no acne"),
        ("I thought that I had outgrown my acne. I haven't", "acne"),
        ("Acne is common in my family but it skipped me", "no acne"),
        ("My best friend has wrinkles. Me? None.", "no aging"),
    ]);
}

#[test]
fn what_is_so_in_one_place_is_so() {
    assert_heard(&[
        ("No wrinkles other than on the forehead", "aging"),
        ("My skin is not dry except on the hands", "dullness"),
        ("No acne except for eczema", "no acne, redness"),
        ("My friends have acne but I have eczema", "no acne, redness"),
        ("My friends have acne and eczema", "acne, redness"),
    ]);
}

#[test]
fn what_stopped_is_over() {
    assert_heard(&[
        ("My arms stopped itching", "no redness"),
        ("How can I stop itching", "redness"),
        ("The redness, however, is gone", "no redness"),
        ("The redness is there, however my acne is gone", "redness, no acne"),
    ]);
}

#[test]
fn a_clause_that_a_negation_closes_is_denied() {
    assert_heard(&[
        ("Wrinkles bother me, acne doesn't", "aging, no acne"),
        ("Did not break me out or make me red", "no acne, no redness"),
        ("Winter is over, my pimples aren't", "acne"),
        ("sugar is out, my acne is not", "acne"),
        // What was to end does not.
        ("The dryness cleared, the acne didn't", "no dullness, acne"),
        ("Dull more than red and dry", "dullness, no redness, no dullness"),
        ("Rosacea was ruled out, it's acne", "no redness, acne"),
    ]);
}

#[test]
fn what_is_denied_with_nothing_beside_it_is_about_skin() {
    assert_heard(&[
        ("Not so much dry as red", "no dullness, redness"),
        ("Less red than before, still red", "redness"),
        ("Less red than the curtain was", ""),
        ("Oily shoelaces", ""),
    ]);
}

#[test]
fn an_answer_says_no_to_its_own_clause() {
    assert_heard(&[
        ("Do I have acne? No", "no acne"),
        ("No", ""),
        ("Acne no, redness yes", "no acne, redness"),
        ("Redness and no more acne", "redness, no acne"),
        ("Acne no but redness", "no acne, redness"),
        ("Dry skin, acne no", "dullness, no acne"),
        ("My dry skin stays but acne no", "dullness, no acne"),
        ("Wrinkles or no", "aging"),
        // What somebody else has may be said in more than one breath.
        ("My sister has acne, on her chin. I don't", "no acne"),
        ("My friends have acne, on their chins, and I don't", "no acne"),
        ("My sister has acne, on her back too, but I don't", "no acne"),
        ("My brother has dry skin. My mother has wrinkles, but I don't", "dullness, no aging"),
        // Too far away to be an answer.
        ("I have pimples since I turned twenty and my mother says that they will stay. No", "acne"),
        ("I have pimples and my mother says that they will stay for some more years yet. No", "acne"),
    ]);
}

#[test]
fn what_is_harmless_cancels_no_sign_beyond_a_but() {
    let signs = |text| Recognizer::new(&KNOWLEDGE, &INDEX).recognize(text).red_flags.len();
    assert_eq!(signs("I take a deep breath but my lips are swelling"), 1);
    assert_eq!(signs("I take a deep breath and my lips are swelling"), 1);
    assert_eq!(signs("Tired of living with dry skin"), 0);
    assert_eq!(signs("My rash fades when I press a glass on it"), 0);
    assert_eq!(signs("My skin is a bit yellow after carrots"), 0);
}

#[test]
fn what_is_only_told_is_no_sign_unless_it_happens_now() {
    let signs = |text| Recognizer::new(&KNOWLEDGE, &INDEX).recognize(text).red_flags.len();
    for told in ["I read about cellulitis", "How do I prevent shingles?", "Our puppy has a hot swollen leg"] {
        assert_eq!(signs(told), 0, "{told}");
    }
    for real in [
        "My lips are swelling again as in the 90s",
        // The sentence ends what is told, and a part of a sign beyond it stands.
        "I read about cellulitis. My shin is hot, red and swollen",
        "Curious about hives. My lips are swelling",
    ] {
        assert_ne!(signs(real), 0, "{real}");
    }
}

#[test]
fn a_negation_inside_a_sign_does_not_deny_the_rest_of_it() {
    let signs = |text| Recognizer::new(&KNOWLEDGE, &INDEX).recognize(text).red_flags.len();
    assert_eq!(signs("I can't open my left eye"), 1);
    assert_eq!(signs("I don't have pain in my eye"), 0);
    assert_ne!(signs("I cannot rouse my baby"), 0);
    // A word that says so only within a phrase says nothing beside one that does.
    assert_eq!(signs("I'm not suicidal, just fed up with it"), 0);
}

/// An idiom takes words from concerns, but not from what cancels a sign.
#[test]
fn an_idiom_leaves_what_cancels_a_sign() {
    let heard = Recognizer::new(&KNOWLEDGE, &INDEX).recognize("Our baby bump photos are lovely");
    assert!(heard.red_flags.is_empty(), "{:?}", heard.matches);
}

/// Of two words, one that no phrase knows is what the other speaks of.
#[test]
fn two_words_name_what_they_speak_of() {
    assert_heard(&[("oily rag", ""), ("constant peeling", "dullness"), ("oily again", "acne")]);
}

/// Whom a text tells of and how they eat, apart from the concerns that are populations as well.
fn whom(text: &str) -> String {
    let heard = Recognizer::new(&KNOWLEDGE, &INDEX).recognize(text);
    let populations = heard.populations.iter().map(|key| KNOWLEDGE[*key].id);
    let diets = heard.diets.iter().map(|key| KNOWLEDGE[*key].id);
    let plain = |id: &&str| !["eczema", "rosacea", "vegan-diet"].contains(id);
    populations.chain(diets).filter(plain).collect::<Vec<_>>().join(", ")
}

fn assert_whom(cases: &[(&str, &str)]) {
    assert_said(cases, whom);
}

#[test]
fn whom_it_concerns_is_not_told_by_the_words_of_something_else() {
    assert_whom(&[
        ("I am 16 weeks pregnant, with acne", "pregnancy"),
        ("I am 16, with acne", "children"),
        ("I am 16 stone, with acne", ""),
        ("I take baby aspirin and have acne", "blood-thinners"),
        ("We want a baby and I have acne", "trying-to-conceive"),
        // Word for word it is the name itself.
        ("Trying for a baby, with acne", "trying-to-conceive"),
        ("My acne began when I was a teenager", ""),
        ("I have two kids and wrinkles", ""),
        ("Two kids with acne", "children"),
        ("Baby soft skin is what I want, mine is dull", ""),
        ("I have 12 pimples", ""),
        ("Should I cut out dairy for my acne?", ""),
        ("I have cut out dairy for my acne", "dairy-free"),
        ("I eat fish but no meat and have acne", "pescatarian"),
    ]);
}

#[test]
fn whom_it_concerns_is_the_speaker_or_whoever_is_asked_for() {
    assert_whom(&[
        ("My sister is pregnant, I have acne", ""),
        ("I have acne. My husband is vegan", ""),
        ("My best friend takes warfarin and I have acne", ""),
        // In doubt it counts.
        ("My sister is pregnant and has acne", "pregnancy"),
        ("My wife is pregnant, what clears acne?", "pregnancy"),
        ("My client is pregnant and has acne", "pregnancy"),
        ("My daughter, 15, has acne", "children"),
        ("My husband and I are vegan, I have acne", "vegan"),
        ("My dad takes warfarin and so do I, I have acne", "blood-thinners"),
        ("My sister is vegan, me too, I have acne", "vegan"),
        ("My sister said that I am pregnant, I have acne", "pregnancy"),
        ("My twin pregnancy is hard, I have acne", "pregnancy"),
        ("If pregnant women can take it: I have acne", "pregnancy"),
        ("My sister asks what helps. Pregnant, I have acne", "pregnancy"),
    ]);
}

#[test]
fn a_negation_inside_a_diet_does_not_deny_it() {
    assert_whom(&[
        ("I don't eat dairy and have acne", "dairy-free"),
        ("I can't have any gluten, with acne", "gluten-free"),
        ("I never eat meat, with acne", "vegetarian"),
        ("I don't avoid gluten, with acne", ""),
        ("I'm not vegan, with acne", ""),
        ("Not allergic to milk, with acne", ""),
        ("I don't have a milk allergy, with acne", ""),
        ("I'm not pregnant, vegan or diabetic, with acne", ""),
    ]);
}

/// A condition is also a population: both are heard, as each is a question of its own.
#[test]
fn a_longer_name_of_a_concern_leaves_the_population() {
    let heard = Recognizer::new(&KNOWLEDGE, &INDEX).recognize("Papulopustular rosacea, it seems");
    let populations: Vec<_> = heard.populations.iter().map(|key| KNOWLEDGE[*key].id).collect();
    assert_eq!(populations, ["rosacea"]);
}

#[test]
fn a_misspelled_word_is_told_with_the_word_it_was_taken_for() {
    let text = "dry skin and rosecea";
    let heard = Recognizer::new(&KNOWLEDGE, &INDEX).recognize(text);
    let corrections: Vec<_> = heard.matches.iter().map(|found| found.corrected).collect();
    let told = |place: usize| corrections[place].map(|word| (&text[word.start..word.end], word.to));
    assert_eq!(told(0), None);
    assert_eq!(told(1), Some(("rosecea", "rosacea")));
}

/// No words are named twice for one thing: "celiac" beside "celiac disease", or a concern beside
/// the condition that the same words name.
#[test]
fn nothing_is_named_twice_by_the_same_words() {
    let mut recognizer = Recognizer::new(&KNOWLEDGE, &INDEX);
    let own =
        ["Acne, and I have celiac disease", "My face is shiny by noon", "My complexion is gray and flat"];
    let all = sentences().into_iter().map(|sentence| sentence.text);
    for text in all.chain(own.map(str::to_owned)) {
        let heard = recognizer.recognize(&text);
        let plain = || heard.matches.iter().filter(|found| !matches!(found.target, Target::RedFlag(_)));
        for one in plain() {
            let twice = plain().find(|other| *other != one && repeats(one, other));
            assert_eq!(twice, None, "{text}: beside {one:?}");
        }
    }
}

fn repeats(one: &Match, other: &Match) -> bool {
    let holds = one.start <= other.start && other.end <= one.end;
    let finer = matches!((one.target, other.target), (Target::Condition(_), Target::Concern(_)));
    holds && (one.target == other.target || finer && (one.start, one.end) == (other.start, other.end))
}

/// Who has a heart failure says so in these words, and must not be advised as if they had not.
#[test]
fn a_population_is_heard_by_its_own_name() {
    let mut recognizer = Recognizer::new(&KNOWLEDGE, &INDEX);
    for population in KNOWLEDGE.populations.iter().filter(|population| population.id != EVERYONE) {
        let heard = recognizer.recognize(&format!("acne, and {}", population.id.replace('-', " ")));
        let ids: Vec<_> = heard.populations.iter().map(|key| KNOWLEDGE[*key].id).collect();
        assert!(ids.contains(&population.id), "{}: {ids:?}", population.id);
    }
    assert!(recognizer.recognize("everyone has acne").populations.is_empty());
}

#[test]
fn days_and_pictures_take_no_words_from_skin() {
    assert_heard(&[
        ("my fine lines get worse every day", "aging"),
        ("wrinkles in photos", "aging"),
        ("I have deep wrinkles all day", "aging"),
    ]);
}

#[test]
fn what_is_wished_gone_is_still_there() {
    assert_heard(&[
        ("I want my acne gone", "acne"),
        ("I would like my wrinkles gone", "aging"),
        ("my acne is gone", "no acne"),
        ("Do you want help with acne? No.", "no acne"),
    ]);
}
