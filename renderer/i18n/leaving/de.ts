import type { SheetWords } from './sheet-words.ts';

/** The sheets in German. */
export const de: SheetWords = {
  patient: {
    title: 'Für heute',
    lines: [
      'Ruhen Sie heute. Einige Stunden kann alles fern oder müde sein.',
      'Nicht fahren und nichts unterschreiben, bis Sie eine Nacht geschlafen haben.',
      'Heute kein Alkohol. Essen und trinken Sie, wenn Sie mögen.',
      'Heute muss nichts Großes entschieden oder verstanden werden.',
      'Wenn etwas nicht stimmt, rufen Sie an: {{number}}',
    ],
  },
  companion: {
    title: 'Für die Begleitung nach Hause',
    lines: [
      'Nicht Auto oder Rad fahren, keine Maschinen, bis eine Nacht geschlafen wurde.',
      'Bitte bleiben Sie, bis sie oder er zu Hause ist und sicher geht.',
      'Müde, still oder etwas unsicher auf den Beinen ist heute üblich.',
      'Rufen Sie den Rettungsdienst bei: Schmerzen in der Brust, Atemnot, plötzlichem starkem Kopfschmerz, verändertem Sehen, einem Krampfanfall, oder wenn jemand nicht zu wecken ist.',
      'Rufen Sie uns an bei: Erbrechen, das nicht aufhört, Verwirrung, die anhält, Gedanken, sich etwas anzutun.',
      'Nummer in der Nacht: {{number}}',
      'Bitte fragen Sie nicht: „Hat es gewirkt?“ Da zu sein genügt.',
    ],
  },
};
