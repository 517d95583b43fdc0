/**
 * The sentence saying why a value does not survive JSON unchanged, or null where it does.
 * Self-contained on purpose: its source also runs inside the page.
 */
export function whyNotJson(value: unknown, where: string): string | null {
  const seen: unknown[] = [];
  const look = (part: unknown, path: string): string | null => {
    if (part === null || typeof part === 'string' || typeof part === 'boolean') return null;
    if (typeof part === 'number')
      return Number.isFinite(part) ? null : `${path} is ${part}, which JSON turns into null`;
    if (typeof part !== 'object') return `${path} is ${typeof part}, which JSON cannot carry`;
    if (seen.includes(part)) return `${path} refers back to itself`;
    seen.push(part);
    const found = Array.isArray(part) ? lookInArray(part, path) : lookInObject(part, path);
    seen.pop();
    return found;
  };
  const lookInArray = (part: readonly unknown[], path: string): string | null => {
    if (Object.keys(part).length !== part.length) return `${path} is an array with holes or names of its own`;
    for (let index = 0; index < part.length; index += 1) {
      const found = look(part[index], `${path}[${index}]`);
      if (found !== null) return found;
    }
    return null;
  };
  const lookInObject = (part: object, path: string): string | null => {
    const prototype: unknown = Object.getPrototypeOf(part);
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
      return `${path} is a ${part.constructor.name}, which JSON does not give back`;
    if (prototype !== null && Object.prototype.toString.call(part) !== '[object Object]')
      return `${path} is no plain object`;
    if (Object.getOwnPropertySymbols(part).length > 0) return `${path} has a symbol as a key`;
    for (const [key, inner] of Object.entries(part)) {
      const found = look(inner, `${path}.${key}`);
      if (found !== null) return found;
    }
    return null;
  };
  return look(value, where);
}
