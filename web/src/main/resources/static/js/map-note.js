/** Room that the note at the foot of a map needs, where it lies on the map. */
export function aboveNote() {
  const foot = document.querySelector('.mapfoot');
  const height = foot && getComputedStyle(foot).position === 'absolute' ? foot.lastElementChild.offsetHeight : 0;
  return { paddingTopLeft: [16, 16], paddingBottomRight: [16, 16 + height] };
}
