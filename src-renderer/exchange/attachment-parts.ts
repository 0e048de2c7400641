/** Where an attachment lies in a package: named by its content alone, so that no name of a person's is ever a path. */
export const filePlace = 'attachments/'

export function fileName(hash: string): string {
  return `${filePlace}${hash}`
}

/** Whether a part is an attachment: 64 hexadecimal digits and nothing else. */
export function isFile(name: string): boolean {
  return /^attachments\/[0-9a-f]{64}$/.test(name)
}
