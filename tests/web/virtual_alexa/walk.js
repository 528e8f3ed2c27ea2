// Walks a conversation with virtual-alexa: node walk.js URL MODEL. Prints one line of JSON a turn.
import virtualAlexa from "virtual-alexa";

const [url, model] = process.argv.slice(2);
const alexa = virtualAlexa.VirtualAlexa.Builder()
  .skillURL(url)
  .interactionModelFile(model)
  .applicationID("amzn1.ask.skill.walked")
  .create();

// Fifteen seconds from turn to turn, however fast the machine is: what is heard by then is no matter of luck.
let seconds = 0;
const begun = Date.now();
alexa.filter((sent) => {
  sent.request.timestamp = new Date(begun + 1000 * seconds).toISOString();
  seconds += 15;
});

const told = (name, answer) =>
  console.log(
    JSON.stringify({
      turn: name,
      ssml: answer?.response?.outputSpeech?.ssml ?? "",
      reprompt: answer?.response?.reprompt?.outputSpeech?.ssml ?? "",
      ends: answer?.response?.shouldEndSession ?? null,
    }),
  );

told("launch", await alexa.launch());
told("start", await alexa.utter("start child's pose"));
told("question", await alexa.utter("how long left"));
told("pause", await alexa.intend("AMAZON.PauseIntent"));
told("resume", await alexa.intend("AMAZON.ResumeIntent"));
told("routine", await alexa.utter("start the loosen up routine"));
told("stop", await alexa.intend("AMAZON.StopIntent"));
told("again", await alexa.launch());
await alexa.endSession();
