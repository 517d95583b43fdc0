import type { SheetWords } from './sheet-words.ts';

/** The sheets in German. */
export const de: SheetWords = {
  patient: {
    title: 'Für heute',
    lines: [
      'Ruhen Sie sich heute aus. Einige Stunden lang können Sie müde sein oder sich weit weg fühlen.',
      'Setzen Sie sich nicht ans Steuer und unterschreiben Sie nichts, bis Sie eine Nacht geschlafen haben.',
      'Heute kein Alkohol. Essen und trinken Sie, wenn Sie mögen.',
      'Heute muss nichts Großes entschieden oder verstanden werden.',
      'Wenn etwas nicht stimmt, rufen Sie an: {{number}}',
    ],
  },
  companion: {
    title: 'Für die Begleitung nach Hause',
    lines: [
      'Sie oder er darf weder Auto noch Rad fahren noch Maschinen bedienen, bis eine Nacht geschlafen ist.',
      'Bitte bleiben Sie dabei, bis sie oder er zu Hause ist und sicher auf den Beinen steht.',
      'Müde, still oder etwas unsicher auf den Beinen zu sein, ist heute üblich.',
      'Rufen Sie den Rettungsdienst bei: Schmerzen in der Brust, Atemnot, plötzlichen starken Kopfschmerzen, Sehstörungen, einem Krampfanfall oder wenn sie oder er nicht zu wecken ist.',
      'Rufen Sie uns an bei: Erbrechen, das nicht aufhört, Verwirrung, die anhält, Gedanken, sich etwas anzutun.',
      'Nummer in der Nacht: {{number}}',
      'Bitte fragen Sie nicht: „Hat es gewirkt?“ Da zu sein genügt.',
    ],
  },
};
