import { Document, type IPropertiesOptions, Packer } from 'docx'

/** The bytes of a Word file of these sections. */
export async function wordFile(content: IPropertiesOptions): Promise<Uint8Array> {
  return new Uint8Array(await Packer.toArrayBuffer(new Document(content)))
}
