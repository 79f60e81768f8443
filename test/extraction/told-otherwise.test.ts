import { describe, expect, it } from 'vitest'
import { told } from './told.ts'

const claims = (text: string, type: string): Record<string, unknown>[] => told<Record<string, unknown>>(new RegExp(`^${type}$`), text)

describe('relations that change', () => {
  it('are between who acts and whom it acts on, not whoever stands near', () => {
    expect(
      claims('Năm 1979, Mỹ công nhận chính sách "Một Trung Quốc", cắt đứt quan hệ ngoại giao với Đài Loan.', 'RelationshipChanged'),
    ).toMatchObject([{ parties: ['TW', 'US'], to: 'severed', date: '1979', narrative: 'background' }])
  })

  it('are history where the sentence looks back', () => {
    const text =
      'Thủ tướng Phạm Minh Chính hội đàm với Thủ tướng Lào Sonexay Siphandone.\nViệt Nam và Lào hồi tháng ba nâng cấp quan hệ lên Đối tác chiến lược.'
    expect(claims(text, 'RelationshipChanged')).toMatchObject([
      { parties: ['LA', 'VN'], to: 'strategic-partnership', narrative: 'background' },
    ])
  })
})

describe('forums', () => {
  it('have whole names, with what they are called in quotation marks', () => {
    const text = 'Sáng 5/3, Thủ tướng Phạm Minh Chính dự Diễn đàn cấp cao hợp tác quốc tế "Sông và Biển" tại Viêng Chăn.'
    expect(claims(text, 'ForumAttended')).toMatchObject([{ name: 'Diễn đàn cấp cao hợp tác quốc tế "Sông và Biển"' }])
  })

  it('are attended by whom the verb is said of', () => {
    const text = 'Chủ tịch nước Lương Cường đón Tổng thống Lào Thongloun Sisoulith dự Hội nghị cấp cao ASEAN.'
    expect(claims(text, 'ForumAttended')).toMatchObject([{ attendees: [{ name: 'Thongloun Sisoulith' }] }])
  })

  it('are not attended while they are to come, and were long ago where a year says so', () => {
    expect(
      claims('Thủ tướng Phạm Minh Chính sẽ hội đàm với Thủ tướng Lào, dự Diễn đàn doanh nghiệp Việt Nam - Lào.', 'ForumAttended'),
    ).toEqual([])
    expect(
      claims(
        'Ngày 5/3/2018, Chủ tịch nước Lương Cường hội đàm với Tổng thống Chile Michelle Bachelet.\nNăm 2006, Tổng thống Bachelet dự Hội nghị cấp cao APEC tại Hà Nội.',
        'ForumAttended',
      ),
    ).toMatchObject([{ narrative: 'background' }])
  })
})

describe('visits that are called off', () => {
  it('are those whose clause says so, not those near another verb', () => {
    const lead = 'Tổng thống Nga Vladimir Putin sẽ thăm Lào ngày 5/3.\n'
    expect(claims(`${lead}Chuyến thăm Lào của Tổng thống Putin đã bị hoãn lại.`, 'VisitPostponed')).toHaveLength(1)
    expect(claims(`${lead}Nhiều nghị sĩ đòi hủy chuyến thăm Lào của Tổng thống Putin.`, 'VisitCancelled')).toEqual([])
    expect(claims(`${lead}Tổng thống Putin đang thăm Lào đã hủy hai dự án đường sắt.`, 'VisitCancelled')).toEqual([])
  })
})

describe('invitations', () => {
  it('come from the first who is named, where they open the sentence', () => {
    const text = 'Nhận lời mời của Thủ tướng Phạm Minh Chính, Thủ tướng Lào Sonexay Siphandone thăm chính thức Việt Nam từ ngày 5/3.'
    expect(claims(text, 'InvitationExtended')).toMatchObject([
      { inviters: [{ name: 'Phạm Minh Chính' }], invitees: [{ name: 'Sonexay Siphandone' }] },
    ])
  })
})
