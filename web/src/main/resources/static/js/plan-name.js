// The name of a plan, changed in place.
import { putJson } from './api.js';

const $ = (id) => document.getElementById(id);

/** Offers another name for the plan of this page. */
export function offerName(plan) {
  $('rename-open').hidden = false;
  $('rename-open').addEventListener('click', () => {
    $('rename').hidden = false;
    $('rename-open').hidden = true;
    $('plan-name').focus();
  });
  $('rename').addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      const { letter, name } = await putJson(`/plans/${plan}/name`, { name: $('plan-name').value });
      const [heading] = document.getElementsByTagName('h1');
      heading.textContent = heading.textContent.startsWith(`${letter} `) ? `${letter} · ${name}` : name;
      $('rename').hidden = true;
      $('rename-open').hidden = false;
      $('rename-open').focus();
      $('renamed').textContent = '';
    } catch (error) {
      $('renamed').textContent = error.message;
    }
  });
}
