/**
 * Moves the focus through what can be opened, by the arrow keys: down from the field to the first choice, up from the
 * first choice to the field. Enter then opens the one that has the focus, as it presses any button.
 */
export function moveChoice(by: 1 | -1, list: HTMLElement | null, field: HTMLElement | null): void {
  const choices = [...(list?.querySelectorAll<HTMLElement>('[data-choice]') ?? [])];
  const chosen = choices.findIndex((choice) => choice === document.activeElement);
  const next = chosen + by;
  if (next < 0) field?.focus();
  else choices[Math.min(next, choices.length - 1)]?.focus();
}
