import { useEffect } from 'react';

/**
 * A button pressed by mouse does not keep the focus: the next Enter belongs to the parcel, not to the button. Who goes
 * by keyboard keeps the focus where it is.
 */
export function useFreeKeysAfterClick(): void {
  useEffect(() => {
    document.addEventListener('click', releaseButton);
    return () => document.removeEventListener('click', releaseButton);
  }, []);
}

function releaseButton(event: MouseEvent): void {
  const pressedByMouse = event.detail > 0;
  const focused = document.activeElement;
  if (pressedByMouse && focused instanceof HTMLButtonElement) focused.blur();
}
