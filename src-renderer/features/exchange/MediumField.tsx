import { ChoiceField } from '#ui/TextField.tsx'

const mediums = { 优盘: '优盘', 共享文件夹: '共享文件夹', 光盘: '光盘', 内网邮件: '内网邮件' } as const
type Medium = keyof typeof mediums

export const usualMedium: string = mediums.优盘

/** 介质: by what a package travels, as the ledger keeps it. */
export function MediumField(props: { medium: string; onChange: (medium: string) => void }) {
  const known = (Object.keys(mediums) as Medium[]).find((each) => each === props.medium) // the keys of the table
  return (
    <ChoiceField
      label="介质"
      hint="记入台账"
      value={known ?? ''}
      choices={mediums}
      onCommit={props.onChange}
    />
  )
}
