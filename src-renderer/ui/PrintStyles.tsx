import GlobalStyles from '@mui/material/GlobalStyles'

/** What a page with a paper on it prints: the paper alone, on A4, numbered. */
export function PrintStyles({ margin, landscape = false }: { margin: string; landscape?: boolean }) {
  return (
    <GlobalStyles
      styles={{
        '@page': {
          size: landscape ? 'A4 landscape' : 'A4 portrait',
          margin,
          '@bottom-center': {
            content: '"第 " counter(page) " 页 共 " counter(pages) " 页"',
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
