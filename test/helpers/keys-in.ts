const SIGNS: Readonly<Record<string, string>> = { '⏎': 'Enter', '⌫': 'Backspace', '⎋': 'Escape', '↑': 'ArrowUp' };

/** Keys written as text, one sign a key: `128⏎82⏎⏎`; ⌫ is Backspace, ⎋ Escape, ↑ the arrow. */
export function keysIn(text: string): readonly string[] {
  return text.split('').map((sign) => SIGNS[sign] ?? sign);
}
