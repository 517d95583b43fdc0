import type { SheetWords } from './sheet-words.ts';

/** The sheets in French. */
export const fr: SheetWords = {
  patient: {
    title: 'Pour aujourd’hui',
    lines: [
      'Reposez-vous. Vous pouvez vous sentir loin ou fatigué quelques heures.',
      'Ne conduisez pas et ne signez rien avant une nuit de sommeil.',
      'Pas d’alcool aujourd’hui. Mangez et buvez quand vous en avez envie.',
      'Rien d’important n’est à décider ni à comprendre aujourd’hui.',
      'Si quelque chose ne va pas, appelez le : {{number}}',
    ],
  },
  companion: {
    title: 'Pour la personne qui raccompagne',
    lines: [
      'Pas de voiture, de vélo ni de machines avant une nuit de sommeil.',
      'Merci de rester jusqu’à la maison et jusqu’à une marche assurée.',
      'Être fatigué, silencieux ou un peu instable est habituel aujourd’hui.',
      'Appelez une ambulance en cas de : douleur à la poitrine, difficulté à respirer, mal de tête soudain et violent, vue changée, convulsions, ou si la personne ne se réveille pas.',
      'Appelez-nous en cas de : vomissements qui ne cessent pas, confusion qui dure, idées de se faire du mal.',
      'Numéro de nuit : {{number}}',
      'Merci de ne pas demander « Est-ce que ça a marché ? ». Être là suffit.',
    ],
  },
};
