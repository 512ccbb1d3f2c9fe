// What a page asked for, was refused and nobody caught, in the words of the answer, until the next click.
export function tell(sentence) {
  const line = document.createElement('p');
  line.className = 'maperror';
  line.setAttribute('role', 'alert');
  line.textContent = sentence;
  document.body.append(line);
  addEventListener('click', () => line.remove(), { once: true });
}
