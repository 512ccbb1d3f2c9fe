// What may be said of a plan, in the words and colours of every page: the page carries them in a template.

/** The mark of a verdict: proven, checked or refused. */
export const verdictMark = (verdict) => document.getElementById('verdicts').content.querySelector(`[data-verdict=${verdict}]`).cloneNode(true);
