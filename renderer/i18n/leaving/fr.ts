import type { SheetWords } from './sheet-words.ts';

/** The sheets in French. */
export const fr: SheetWords = {
  patient: {
    title: 'Pour aujourd’hui',
    lines: [
      'Reposez-vous aujourd’hui. Pendant quelques heures, vous pouvez vous sentir ailleurs ou sans force.',
      'Ne conduisez pas et ne signez rien avant une nuit de sommeil.',
      'Pas d’alcool aujourd’hui. Mangez et buvez quand vous en avez envie.',
      'Rien d’important n’est à décider ni à comprendre aujourd’hui.',
      'Si quelque chose ne va pas, appelez le : {{number}}',
    ],
  },
  companion: {
    title: 'Pour la personne qui raccompagne',
    lines: [
      'La personne ne doit ni conduire, ni faire du vélo, ni utiliser de machines avant une nuit de sommeil.',
      'Merci de rester avec la personne jusqu’à ce qu’elle soit chez elle et marche avec assurance.',
      'De la fatigue, du silence ou une démarche un peu instable sont habituels aujourd’hui.',
      'Appelez les secours en cas de : douleur à la poitrine, difficulté à respirer, mal de tête soudain et violent, troubles de la vue, convulsions, ou si on ne peut pas réveiller la personne.',
      'Appelez-nous en cas de : vomissements qui ne cessent pas, confusion qui dure, idées de se faire du mal.',
      'Numéro de nuit : {{number}}',
      'Merci de ne pas demander « Est-ce que ça a marché ? ». Être là suffit.',
    ],
  },
};
