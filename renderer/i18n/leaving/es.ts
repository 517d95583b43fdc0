import type { SheetWords } from './sheet-words.ts';

/** The sheets in Spanish. */
export const es: SheetWords = {
  patient: {
    title: 'Para hoy',
    lines: [
      'Descanse hoy. Durante unas horas puede sentir cansancio, o como si estuviera lejos.',
      'No conduzca ni firme nada hasta haber dormido una noche.',
      'Hoy nada de alcohol. Coma y beba cuando le apetezca.',
      'Hoy no hay que decidir ni entender nada importante.',
      'Si algo va mal, llame al: {{number}}',
    ],
  },
  companion: {
    title: 'Para quien acompaña a casa',
    lines: [
      'La persona no debe conducir, ir en bicicleta ni usar máquinas hasta haber dormido una noche.',
      'Por favor, quédese a su lado hasta que esté en casa y camine con seguridad.',
      'Es normal que hoy tenga sueño, hable poco o camine con poca firmeza.',
      'Llame a una ambulancia si hay: dolor en el pecho, dificultad para respirar, dolor de cabeza fuerte y repentino, alteraciones de la vista, convulsiones, o si no consigue despertar a la persona.',
      'Llámenos si hay: vómitos que no paran, confusión que no pasa o pensamientos de hacerse daño.',
      'Número por la noche: {{number}}',
      'Por favor, no pregunte «¿Ha funcionado?». Basta con estar.',
    ],
  },
};
