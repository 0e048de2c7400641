import type { z } from 'zod'

/**
 * Whether a value as JSON.parse gives it is sure to pass its schema and to come out as it went in. `false` decides nothing:
 * then the schema itself is asked.
 */
export type Sure = (value: unknown) => boolean

const never: Sure = () => false

/**
 * A schema as plain functions, made once: the page's content policy forbids eval, so that zod walks the schema and builds
 * every object anew for each of tens of thousands of records. What is not known here is never sure.
 */
export function sureOf(schema: z.ZodType): Sure {
  return sureOfType(schema as unknown as z.core.$ZodTypes) // every schema is one of them, told apart by its `type`
}

function sureOfType(schema: z.core.$ZodTypes): Sure {
  const { def } = schema._zod
  const checks = checksOf(def.checks ?? [])
  if (checks === null) return never
  switch (def.type) {
    case 'string':
      // A text of a kind of its own has more to it than its checks.
      return 'format' in def ? never : all(isText, checks)
    case 'number':
      return all(numberOf(schema), checks)
    case 'boolean':
      return all((value) => typeof value === 'boolean', checks)
    case 'enum':
      return all(oneOf(Object.values(def.entries)), checks)
    case 'literal':
      return all(oneOf(def.values), checks)
    case 'nullable': {
      const inner = innerOf(def.innerType)
      return all((value) => value === null || inner(value), checks)
    }
    case 'array': {
      const item = innerOf(def.element)
      return all((value) => Array.isArray(value) && value.every((each) => item(each)), checks)
    }
    case 'object':
      // Where more keys mean something, others decide.
      return def.catchall === undefined ? all(objectOf(def.shape), checks) : never
    default:
      return never
  }
}

function innerOf(schema: z.core.$ZodType): Sure {
  return sureOfType(schema as z.core.$ZodTypes) // as above
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

function numberOf(schema: z.core.$ZodTypes): Sure {
  const { def } = schema._zod
  if (!('format' in def)) return (value) => typeof value === 'number' && Number.isFinite(value)
  return def.format === 'safeint' ? (value) => Number.isSafeInteger(value) : never
}

function oneOf(values: readonly unknown[]): Sure {
  const known = new Set(values)
  return (value) => known.has(value)
}

type Field = { key: string; isSure: Sure; isOptional: boolean }

/** An object with these fields and no others: what has more is not handed on as it is. */
function objectOf(shape: Readonly<Record<string, z.core.$ZodType>>): Sure {
  const fields = Object.entries(shape).map(([key, schema]): Field => {
    const { def } = (schema as z.core.$ZodTypes)._zod // as above
    return def.type === 'optional'
      ? { key, isSure: innerOf(def.innerType), isOptional: true }
      : { key, isSure: innerOf(schema), isOptional: false }
  })
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
    const record = value as Readonly<Record<string, unknown>> // looked at field by field
    let known = 0
    for (const { key, isSure, isOptional } of fields) {
      // JSON knows no undefined: what is undefined is not there.
      const field = record[key]
      if (field === undefined) {
        if (isOptional) continue
        return false
      }
      if (!isSure(field)) return false
      known++
    }
    return known === sizeOf(record)
  }
}

/** How many fields an object of JSON has. */
function sizeOf(record: object): number {
  let size = 0
  for (const _ in record) size++
  return size
}

function all(type: Sure, checks: readonly Sure[]): Sure {
  const [first, second, ...more] = checks
  if (!first) return type
  if (!second) return (value) => type(value) && first(value)
  return (value) => type(value) && first(value) && second(value) && more.every((check) => check(value))
}

/** The checks beside the type; null where one is not known here. */
function checksOf(checks: readonly z.core.$ZodCheck<never>[]): Sure[] | null {
  const sure = checks.map((check) => checkOf(check as unknown as z.core.$ZodChecks)) // told apart by their `check`
  return sure.every((check) => check !== null) ? sure : null
}

/** A check of what has passed the type. */
function checkOf({ _zod: { def } }: z.core.$ZodChecks): Sure | null {
  switch (def.check) {
    case 'max_length':
      return (value) => (value as { length: number }).length <= def.maximum // a text or a list
    case 'min_length':
      return (value) => (value as { length: number }).length >= def.minimum // as above
    case 'greater_than':
      return def.inclusive ? (value) => Number(value) >= Number(def.value) : null
    case 'less_than':
      return def.inclusive ? (value) => Number(value) <= Number(def.value) : null
    case 'string_format': {
      const { pattern } = def
      const isPlain = def.format === 'regex' && pattern && !pattern.global && !pattern.sticky
      return isPlain ? (value) => pattern.test(String(value)) : null
    }
    default:
      return null
  }
}
