import { z } from 'zod';

/**
 * A shape of the contract as those who send or receive see it. What a shape does to a value before it checks it
 * (cleaning text, reading one query value as a list) cannot be described; what must be true of the value in the end
 * can. A shape that does nothing of that kind comes back itself.
 */
export function plainShape(shape: z.ZodType): z.ZodType {
  if (shape instanceof z.ZodObject) return plainObject(shape);
  if (shape instanceof z.ZodUnion) return plainUnion(shape);
  if (shape instanceof z.ZodPipe) return plainPipe(shape);
  if (shape instanceof z.ZodArray) return plainArray(shape);
  if (shape instanceof z.ZodOptional)
    return around(shape.unwrap() as z.ZodType, shape, (inner) => inner.optional());
  if (shape instanceof z.ZodNullable)
    return around(shape.unwrap() as z.ZodType, shape, (inner) => inner.nullable());
  if (shape instanceof z.ZodDefault) {
    return around(shape.unwrap() as z.ZodType, shape, (inner) =>
      inner.default(shape.def.defaultValue as never),
    );
  }
  return shape;
}

function around(inner: z.ZodType, shape: z.ZodType, wrap: (plain: z.ZodType) => z.ZodType): z.ZodType {
  const plain = plainShape(inner);
  return plain === inner ? shape : wrap(plain);
}

/** Every field of an object of the contract in its plain shape. */
export function plainObject(shape: z.ZodObject): z.ZodObject {
  const fields = Object.entries(shape.shape as Record<string, z.ZodType>);
  const plain = fields.map(([name, field]) => [name, plainShape(field)] as const);
  if (plain.every(([name, field]) => field === shape.shape[name])) return shape;
  return shape.def.catchall ? z.strictObject(Object.fromEntries(plain)) : z.object(Object.fromEntries(plain));
}

function plainArray(shape: z.ZodArray): z.ZodType {
  return around(shape.element as z.ZodType, shape, (element) =>
    (shape.def.checks ?? []).reduce<z.ZodArray>(
      (list, check) => list.check(check as never),
      z.array(element),
    ),
  );
}

function plainUnion(shape: z.ZodUnion): z.ZodType {
  const options = shape.options.map((option) => plainShape(option as z.ZodType));
  if (options.every((option, index) => option === shape.options[index])) return shape;
  const others = options.filter((option) => !(option instanceof z.ZodNull));
  const [only] = others;
  if (others.length === 1 && only) return only.nullable();
  return z.union(options as [z.ZodType, z.ZodType]);
}

function plainPipe(shape: z.ZodPipe): z.ZodType {
  const before = shape.in as z.ZodType;
  const after = shape.out as z.ZodType;
  if (after instanceof z.ZodTransform) return plainShape(before);
  if (before instanceof z.ZodTransform) return plainShape(after);
  const [first, second] = [plainShape(before), plainShape(after)];
  if (first instanceof z.ZodString && second instanceof z.ZodString) return both(first, second);
  return second;
}

/** Text that is cleaned before it is measured: the limits that hold in the end, the narrower one of each kind. */
function both(one: z.ZodString, other: z.ZodString): z.ZodString {
  const least = Math.max(one.minLength ?? 0, other.minLength ?? 0);
  const most = Math.min(one.maxLength ?? Infinity, other.maxLength ?? Infinity);
  const text = least > 0 ? z.string().min(least) : z.string();
  return Number.isFinite(most) ? text.max(most) : text;
}
