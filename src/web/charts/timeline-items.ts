/** An engagement as its row of the table tells it. */
export interface Item {
  readonly kind: string
  /** How its date is drawn: the server's own word, as beside the date in the table. */
  readonly drawn: string
  readonly derived: boolean
  readonly href: string
  readonly label: string
  readonly from: Date
  readonly to: Date
  /** The days that it may be, where the text leaves a choice. */
  readonly days: readonly Date[]
}

/** Null for what has no place on an axis of years. */
export const itemOf = (row: HTMLElement): Item | null => {
  const { earliest, latest = '', kind = '', drawn = '', derived, href = '', days = '' } = row.dataset
  if (!earliest || (!latest && drawn !== 'open')) return null
  const time = (date: string): Date => new Date(`${date}T12:00:00Z`)
  return {
    kind,
    drawn,
    derived: derived !== undefined,
    href,
    label: [...row.children]
      .slice(0, 4)
      .map((cell) => cell.textContent?.trim() ?? '')
      .join(' · '),
    from: time(earliest),
    to: time(latest || earliest),
    days: days.split(' ').filter(Boolean).map(time),
  }
}
