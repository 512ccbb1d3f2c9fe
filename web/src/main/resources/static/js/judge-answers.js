// What is answered to the questions of one import, and which were asked: one that its answer settled stays in sight.
const given = new Map();
const asked = new Map();

const key = (question, row) => `${question}:${row}`;

/** Forgets everything: another file. */
export function forget() {
  given.clear();
  asked.clear();
}

/** What goes back to the answers as they are now. */
function undo() {
  const before = [...given];
  return () => {
    given.clear();
    before.forEach(([each, answer]) => given.set(each, answer));
  };
}

/**
 * Gives an answer in place of what was answered for the same; one for all goes before those for rows, and back.
 * Returns what takes that back.
 */
export function give({ question, remedy, row = 0, text = '', cells = {} }) {
  const back = undo();
  for (const [each, answer] of given) {
    if (answer.question === question && (row === 0 || answer.row === 0)) given.delete(each);
  }
  given.set(key(question, row), { question, remedy, row, text, cells });
  return back;
}

/** Takes back all that was answered to a question. Returns what gives it again. */
export function takeBack(question) {
  const back = undo();
  for (const [each, answer] of given) {
    if (answer.question === question) given.delete(each);
  }
  return back;
}

export const isAnswered = (question) => answers().some((answer) => answer.question === question);

/** All answers, as the server takes them. */
export const answers = () => [...given.values()];

/** What was answered for all of a question's pattern; undefined for nothing. */
export const wholeAnswer = (question) => given.get(key(question, 0));

/** Questions in the order in which they were first asked; those that are asked no more are settled. */
export function show(questions) {
  for (const question of questions) asked.set(question.code, { ...question, settled: !question.open && !question.assumed });
  const now = new Set(questions.map(({ code }) => code));
  for (const [code, question] of asked) {
    if (now.has(code)) continue;
    if (isAnswered(code)) asked.set(code, { ...question, open: false, assumed: false, settled: true });
    else asked.delete(code);
  }
  return [...asked.values()];
}
