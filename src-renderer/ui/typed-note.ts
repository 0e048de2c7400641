export type Typed<Field extends string> = Readonly<Partial<Record<Field, string>>>

/** What is typed on a page where nothing is kept yet: this window has it again when the page is loaded anew. Never a password. */
export function typedNote<Field extends string>(name: string, fields: readonly Field[]) {
  return {
    /** {} forgets it. */
    keep: (typed: Typed<Field>): void => sessionStorage.setItem(name, JSON.stringify(typed)),
    kept: (): Typed<Field> => textsOf(sessionStorage.getItem(name), fields),
  }
}

/** Only the texts of the fields are taken out of a note. */
export function textsOf<Field extends string>(note: string | null, fields: readonly Field[]): Typed<Field> {
  const given = new Map<string, unknown>(Object.entries(parsed(note) ?? {}))
  const texts = fields.flatMap((field) => {
    const text = given.get(field)
    return typeof text === 'string' ? [[field, text] as const] : []
  })
  return Object.fromEntries(texts) as Typed<Field> // none but the fields
}

function parsed(note: string | null): object | null {
  try {
    const held: unknown = JSON.parse(note ?? '')
    return typeof held === 'object' ? held : null
  } catch {
    // Nothing was noted, or by something else: the page begins empty.
    return null
  }
}
