/** The words of the two sheets in one language. */
export interface SheetWords {
  readonly patient: SheetText;
  readonly companion: SheetText;
}

interface SheetText {
  readonly title: string;
  readonly lines: readonly string[];
}
