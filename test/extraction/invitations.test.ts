import { describe, expect, it } from 'vitest'
import { told } from './told.ts'

interface Side {
  readonly name: string | null
  readonly office?: string
}

/** Who invites whom to which country. */
const invitations = (text: string): string[] =>
  told<{ inviters: Side[]; invitees: Side[]; host?: string }>(/^InvitationExtended$/, text).map(
    ({ inviters, invitees, host }) => `${names(inviters)} > ${names(invitees)} ${host}`,
  )

const names = (side: readonly Side[]): string => side.map(({ name, office }) => name ?? office).join(' + ')

describe('an invitation', () => {
  it('is told by its verb, from its subject', () => {
    expect(invitations('Chiều 4/6, Thủ tướng Na Uy Olav Berggren mời Tổng thống Áo Lena Weidinger sớm thăm chính thức Na Uy.')).toEqual([
      'Olav Berggren > Lena Weidinger NO',
    ])
  })

  it('that somebody hands on is of whom it is handed on for', () => {
    expect(
      invitations('Ngoại trưởng Na Uy chuyển lời mời của Thủ tướng Na Uy Olav Berggren mời Tổng thống Áo Lena Weidinger thăm Na Uy.'),
    ).toEqual(['Olav Berggren > Lena Weidinger NO'])
  })

  it('told twice is one', () => {
    expect(
      invitations(
        'Thủ tướng Na Uy Olav Berggren mời Tổng thống Áo Lena Weidinger thăm Na Uy. Thủ tướng Na Uy Olav Berggren trân trọng mời Tổng thống Áo Lena Weidinger thăm Oslo.',
      ),
    ).toHaveLength(1)
  })

  it('is none that is only wished for, that goes to the own country of the invited, or to no visit', () => {
    expect(invitations('Thủ tướng Na Uy Olav Berggren muốn mời Tổng thống Áo Lena Weidinger thăm Na Uy.')).toEqual([])
    expect(invitations('Thủ tướng Na Uy Olav Berggren mời Tổng thống Áo Lena Weidinger trở lại thăm Áo.')).toEqual([])
    expect(invitations('Thủ tướng Na Uy Olav Berggren mời Tổng thống Áo Lena Weidinger dùng trà.')).toEqual([])
  })
})
