import { z } from 'zod'
import type { Attachment } from '#domain/attachment'
import { whole } from '#domain/execution/rate'
import { duties } from '#domain/people/duties'
import { permissions } from '#domain/people/permissions'
import type { StepTaken } from '#domain/workflow'
import { marks } from '#domain/year-rules'

/**
 * The small pieces of which all schemas are made. Nothing from a file is trusted: texts and lists have an end, numbers a
 * range, words stand in a table of the domain. What is not known is left out, so that an older program reads what a newer
 * one wrote. No piece changes a value: what passes comes out as it went in, and each has its JSON Schema.
 *
 * The page's content policy forbids eval, so that zod walks every schema: a text that may be empty is one pattern here,
 * never a union, which is walked branch by branch. A piece with an `id` is written once in a JSON Schema.
 */

/** A name, number or clause. */
export const line = z.string().max(2000)
/** What one cell of a workbook can hold: forms are read from there, and a bad one has to travel too. */
export const cell = z.string().max(32_767)
/** What a person writes at length. */
export const text = z.string().max(100_000)

/** The names that every object has: as the key of a map they would be found where nothing was put. */
const inherited =
  '__proto__|constructor|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|toLocaleString|toString|valueOf|__(?:define|lookup)[GS]etter__'
/** What records and their parts are known by, also as keys of maps; 1 to 200 characters. */
export const id = z
  .string()
  .max(200)
  .regex(new RegExp(`^(?!(?:${inherited})$)[\\s\\S]`))
  .meta({ id: 'id' })
/** An id, or '' where nothing is meant. */
export const idOrNone = z
  .string()
  .max(200)
  .regex(new RegExp(`^(?!(?:${inherited})$)`))
  .meta({ id: 'idOrNone' })

const dayPattern = source(z.regexes.date)
/** A real day of the calendar; leap years are known to the pattern. */
export const realDay = z
  .string()
  .regex(new RegExp(`^${dayPattern}$`))
  .meta({ id: 'realDay' })
/** A day, or ''. */
export const day = z
  .string()
  .regex(new RegExp(`^(?:${dayPattern})?$`))
  .meta({ id: 'day' })
const momentPattern = source(z.regexes.datetime({}))
/** A moment in UTC. */
export const realMoment = z
  .string()
  .regex(new RegExp(`^${momentPattern}$`))
  .meta({ id: 'realMoment' })
/** A moment in UTC, or ''. */
export const moment = z
  .string()
  .regex(new RegExp(`^(?:${momentPattern})?$`))
  .meta({ id: 'moment' })

/** A day as a person typed it: what is no day stays in sight with its finding, and travels with its record. */
export const typedDay = z.string().max(200)

/** A pattern without its anchors. */
function source({ source }: RegExp): string {
  return `(?:${source.replace(/^\^/, '').replace(/\$$/, '')})`
}

/** 分; a safe integer. Sums may fall below nothing (调减), and what a form says wrongly has to travel too. */
export const fen = z.int()
export const fenOrNone = fen.nullable()
/** A share in hundredths of a percent; more than the whole where too much was paid. */
export const share = z.int()
export const shareOrNone = share.nullable()
/** A share that is planned: nothing to the whole. */
export const plannedShare = z.int().min(0).max(whole)
/** A weight as a form has it, right or wrong, in hundredths of a point. */
export const weight = z.int().nullable()
/** Points given, in hundredths. */
export const points = z.int().min(0).max(1_000_000)
export const pointsOrNone = points.nullable()
export const count = z.int().min(0)
/** Percent and percentage points of a rule. */
export const percentage = z.number().min(0).max(1_000_000)
export const month = z.int().min(1).max(12)
export const year = z.int().min(2000).max(2100)
export const flag = z.boolean()

export function hex(length: number) {
  return z.string().regex(new RegExp(`^[0-9a-f]{${length}}$`))
}

/** A list with an end; a place that may hold more says so. */
export function some<Item extends z.ZodType>(item: Item, most = 2000) {
  return z.array(item).max(most)
}

/** A list of everything of a book: its goals, lines or projects. */
export function many<Item extends z.ZodType>(item: Item) {
  return some(item, 200_000)
}

/** One of the keys of a table of the domain. */
export function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>) {
  return z.enum(Object.keys(table) as [Key, ...Key[]]) // the keys of the table
}

/** One of the keys, or '' where nothing was chosen. */
export function keyOrNone<Key extends string>(table: Readonly<Record<Key, unknown>>) {
  return z.enum(['', ...(Object.keys(table) as Key[])]) // the keys of the table
}

/** A word of a type that has no table in the domain: a word that is added there has to be added here. */
export function oneOf<Word extends string>(words: Readonly<Record<Word, true>>): z.ZodType<Word> {
  return keysOf(words)
}

type IsOptional<T, Key extends keyof T> = Partial<Pick<T, Key>> extends Pick<T, Key> ? true : false

/** A schema for each field that a type always has. */
export type Shape<T> = {
  [Key in keyof T as IsOptional<T, Key> extends true ? never : Key]: z.ZodType<T[Key]>
}

type OptionalShape<T> = {
  [Key in keyof T as IsOptional<T, Key> extends true ? Key : never]-?: z.ZodType<Exclude<T[Key], undefined>>
}

/**
 * The schema of an object of the domain: one schema for every field, those that may be absent (records written before a
 * version have none) apart. A field that is added to the type does not compile until it has its schema here.
 */
export function shaped<T extends object>(
  shape: Shape<T>,
  ...optional: keyof OptionalShape<T> extends never ? [] : [OptionalShape<T>]
): z.ZodType<T> {
  const absent = Object.entries<z.ZodType>(optional[0] ?? {})
  return z.object({
    ...shape,
    ...Object.fromEntries(absent.map(([key, schema]) => [key, schema.exactOptional()])),
  }) as unknown as z.ZodType<T> // the two shapes have every field of T
}

/** The schema of a union that `kind` tells apart; a kind that is added does not compile until it is here. */
export function variants<T extends { kind: string }>(
  table: {
    [Kind in T['kind']]: Shape<Omit<Extract<T, { kind: Kind }>, 'kind'>>
  },
): z.ZodType<T> {
  const [first, ...rest] = Object.entries<z.core.$ZodShape>(table).map(([kind, shape]) =>
    z.object({ kind: z.literal(kind), ...shape }),
  )
  if (!first) throw new TypeError('a union of nothing')
  return z.discriminatedUnion('kind', [first, ...rest]) as unknown as z.ZodType<T> // one object for every kind of T
}

/** A value for each key of a table. */
export function eachOf<Key extends string, T>(
  table: Readonly<Record<Key, unknown>>,
  value: z.ZodType<T>,
): z.ZodType<Record<Key, T>> {
  const shape = Object.fromEntries(Object.keys(table).map((key) => [key, value]))
  return z.object(shape) as unknown as z.ZodType<Record<Key, T>> // every key of the table is in it
}

/** A value for some keys of a table. */
export function someOf<Key extends string, T>(
  table: Readonly<Record<Key, unknown>>,
  value: z.ZodType<T>,
): z.ZodType<Partial<Record<Key, T>>> {
  const shape = Object.fromEntries(Object.keys(table).map((key) => [key, value.exactOptional()]))
  return z.object(shape) as unknown as z.ZodType<Partial<Record<Key, T>>> // every key of the table is in it
}

/** Values by ids that no table knows; at most as many as a list has. */
export function byId<T>(value: z.ZodType<T>, most = 2000): z.ZodType<Record<string, T>> {
  return z
    .record(id, value)
    .refine((map) => Object.keys(map).length <= most)
    .meta({ maxProperties: most })
}

/** 〔源〕/〔惯〕/〔拟〕 with the clause. */
export const sourced = { clause: line, mark: z.enum(marks) }

/** Who wrote a record last. */
export const written = { revision: count, changedAt: moment, changedBy: line }

export const attachment = shaped<Attachment>({
  hash: hex(64),
  name: line,
  size: count,
  addedAt: moment,
  addedBy: line,
}).meta({ id: 'attachment' })

export const trail = some(
  shaped<StepTaken>({
    step: keysOf(permissions),
    verb: line,
    from: line,
    to: line,
    at: moment,
    by: line,
    duty: keysOf(duties),
    opinion: text,
  }).meta({ id: 'stepTaken' }),
)
