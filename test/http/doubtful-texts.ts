/** Texts that leave two doubts: an undated session of talks that fits two meetings, and a surname that fits two ministers. */
export const doubtfulTexts: Readonly<Record<string, string>> = {
  'talks-march': 'Ngày 14/3/2023, tại Hà Nội, Thủ tướng Phạm Minh Chính đã hội đàm với Thủ tướng Lào Sonexay Siphandone.',
  'talks-october': 'Ngày 20/10/2023, tại Viêng Chăn, Thủ tướng Phạm Minh Chính đã hội đàm với Thủ tướng Lào Sonexay Siphandone.',
  'talks-undated': 'Thủ tướng Phạm Minh Chính đã hội đàm với Thủ tướng Lào Sonexay Siphandone, báo chí hai nước đưa tin.',
  'minister-one': 'Ngày 2/2/2023, Thủ tướng Phạm Minh Chính đã tiếp Bộ trưởng Ngoại giao Triều Tiên Ri Tam Cho.',
  'minister-two': 'Ngày 5/6/2023, Thủ tướng Phạm Minh Chính đã tiếp Bộ trưởng Ngoại giao Triều Tiên Ri Song Ha.',
  'minister-short': 'Ngày 9/9/2023, Thủ tướng Phạm Minh Chính đã tiếp Bộ trưởng Ngoại giao Triều Tiên Ri.',
}
