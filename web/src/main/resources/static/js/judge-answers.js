// What is answered to the questions of one import, and which were asked: one that its answer settled stays in sight.
const given = new Map();
const asked = new Map();

const key = (question, row) => `${question}:${row}`;

/** Forgets everything: another file. */
export function forget() {
  given.clear();
  asked.clear();
}

/** Gives an answer in place of what was answered for the same; one for all goes before those for rows, and back. */
export function give({ question, remedy, row = 0, text = '', cells = {} }) {
  for (const [each, answer] of given) {
    if (answer.question === question && (row === 0 || answer.row === 0)) given.delete(each);
  }
  given.set(key(question, row), { question, remedy, row, text, cells });
}

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
    if (answers().some((answer) => answer.question === code)) asked.set(code, { ...question, open: false, assumed: false, settled: true });
    else asked.delete(code);
  }
  return [...asked.values()];
}
