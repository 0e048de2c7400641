import GlobalStyles from '@mui/material/GlobalStyles'

export type PrintFormat = {
  margin: string
  landscape?: boolean
  /** Several papers of which each is given to somebody else have no numbers in common. */
  unnumbered?: boolean
}

/** What a page with a paper on it prints: the paper alone, on A4, numbered. */
export function PrintStyles({ margin, landscape = false, unnumbered = false }: PrintFormat) {
  const number = '"第 " counter(page) " 页 共 " counter(pages) " 页"'
  return (
    <GlobalStyles
      styles={{
        '@page': {
          size: landscape ? 'A4 landscape' : 'A4 portrait',
          margin,
          '@bottom-center': {
            content: unnumbered ? 'none' : number,
            fontSize: '9pt',
          },
        },
        '@media print': {
          'nav, header, aside, [role=note], .MuiSnackbar-root': { display: 'none !important' },
          'html, body, #root': {
            height: 'auto !important',
            overflow: 'visible !important',
            background: '#fff',
          },
        },
      }}
    />
  )
}
