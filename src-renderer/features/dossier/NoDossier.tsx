import { EmptyPage } from '#ui/EmptyPage.tsx'

/** Where an object has no file, or none for the present duty: why, and the way back. */
export function NoDossier({ trail, text }: { trail: string; text: string }) {
  return (
    <EmptyPage title="一项目一档" trail={trail} text={text} way={{ to: '/goals', name: '返回目标台账' }} />
  )
}
