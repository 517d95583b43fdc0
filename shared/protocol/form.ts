import type * as z from 'zod/mini';

/** What a form is made of, read off the schema itself, so that no field of a protocol can be forgotten in its editor. */
export type FormNode =
  | { readonly kind: 'object'; readonly fields: readonly (readonly [string, FormNode])[] }
  | { readonly kind: 'list'; readonly item: FormNode }
  | { readonly kind: 'text' }
  | { readonly kind: 'number' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'maybe'; readonly inner: FormNode }
  /** One of several forms, told apart by the first field of each, which has one value only. */
  | { readonly kind: 'variants'; readonly options: readonly FormNode[] };

/** The form of a schema. Throws on a kind of schema that no form is known for: found by a test over the whole protocol. */
export function formOf(schema: z.core.$ZodType): FormNode {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return { kind: 'object', fields: Object.entries(def.shape).map(([key, field]) => [key, formOf(field)]) };
    case 'array':
      return { kind: 'list', item: formOf(def.element) };
    case 'string':
      return { kind: 'text' };
    case 'number':
      return { kind: 'number' };
    case 'boolean':
      return { kind: 'flag' };
    case 'enum':
      return { kind: 'choice', options: Object.values(def.entries).map(String) };
    case 'literal':
      return { kind: 'choice', options: def.values.map(String) };
    case 'nullable':
    case 'optional':
      return { kind: 'maybe', inner: formOf(def.innerType) };
    case 'union':
      return { kind: 'variants', options: def.options.map(formOf) };
    default:
      throw new Error(`No form for ${def.type}`);
  }
}

/** Any part of a protocol that is being edited: what was typed may not fit its form yet. */
export type Draft = null | string | number | boolean | readonly Draft[] | { readonly [key: string]: Draft };

export function isGroup(value: Draft | undefined): value is { readonly [key: string]: Draft } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A new part before anything was typed. `newId` for fields that name a part. */
export function blankOf(node: FormNode, newId: () => string): Draft {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(
        node.fields.map(([key, field]) => [key, key === 'id' ? newId() : blankOf(field, newId)]),
      );
    case 'list':
      return [];
    case 'text':
      return '';
    case 'number':
      return 0;
    case 'flag':
      return false;
    case 'choice':
      return node.options[0] ?? '';
    case 'maybe':
      return null;
    case 'variants':
      return node.options[0] === undefined ? null : blankOf(node.options[0], newId);
  }
}

/** The form of a value that may have one of several: by the value of its first field; the first one where none fits. */
export function variantOf(options: readonly FormNode[], value: Draft): FormNode | undefined {
  const fits = options.find((option) => {
    if (option.kind !== 'object' || !isGroup(value)) return false;
    const [key, field] = option.fields[0] ?? [];
    return key !== undefined && field?.kind === 'choice' && field.options[0] === value[key];
  });
  return fits ?? options[0];
}
