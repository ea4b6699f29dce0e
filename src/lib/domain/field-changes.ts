/* What differs between two pieces of data, field by field. */

export type Leaf = string | number | boolean;

/** A field that is not the same: undefined where it was not there, or is not. */
export type FieldChange = {
  readonly path: readonly string[];
  readonly before: Leaf | undefined;
  readonly after: Leaf | undefined;
};

const isLeaf = (value: unknown): value is Leaf =>
  ['string', 'number', 'boolean'].includes(typeof value);

type Fields = ReadonlyMap<string, { readonly path: readonly string[]; readonly value: Leaf }>;

/** A list of words is one field: what is in it is told together. Nothing, and null, is no field. */
function fieldsOf(data: unknown, path: readonly string[] = []): Fields {
  if (Array.isArray(data) && data.every(isLeaf)) return fieldsOf(data.join(', '), path);
  if (typeof data === 'object' && data !== null)
    return new Map(
      Object.entries(data).flatMap(([key, value]) => [...fieldsOf(value, [...path, key])]),
    );
  return isLeaf(data) && data !== ''
    ? new Map([[JSON.stringify(path), { path, value: data }]])
    : new Map();
}

/** Every field that was added, taken away or changed, in the order it stands after, then before. */
export function fieldChanges(before: unknown, after: unknown): FieldChange[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  const keys = [...new Set([...is.keys(), ...was.keys()])];
  return keys
    .map((key) => ({
      path: (is.get(key) ?? was.get(key))!.path,
      before: was.get(key)?.value,
      after: is.get(key)?.value,
    }))
    .filter((one) => one.before !== one.after);
}
