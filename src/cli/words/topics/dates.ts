export const dates = {
  en: `
How dates are kept, and how they read.

  kept (EDTF, ISO 8601-2)        read
  2009-09-14                     14/9/2009
  XXXX-09-14                     14/9 (year not stated)
  2009-09-14/2009-09-15          14–15/9/2009
  2009-09-14/                    from 14/9/2009, end not stated
  [2009-09-14,2010-09-14]        14/9, year not stated: 2009 or 2010
  2009-09                        9/2009
  2009~                          about 2009

A year that no document states is inferred where the evidence allows, and then marked: (derived). It is never written
into what the document said.

--from and --to take such dates, too. What has no year possibly lies anywhere, so a filter says how many rows fit
certainly, and how many only possibly:
  chancery view visits --from 2023 --to 2023

--as-of is not about when something happened, but about when it was recorded: a position (digits), or a time.
  chancery view visits --as-of 40
  chancery view visits --as-of 2026-03-01
`,
  vi: `
Ngày tháng được giữ thế nào, và đọc ra sao.

  giữ (EDTF, ISO 8601-2)         đọc
  2009-09-14                     14/9/2009
  XXXX-09-14                     14/9 (không ghi năm)
  2009-09-14/2009-09-15          14–15/9/2009
  2009-09-14/                    từ 14/9/2009, không ghi ngày kết thúc
  [2009-09-14,2010-09-14]        14/9, không ghi năm: 2009 hoặc 2010
  2009-09                        9/2009
  2009~                          khoảng 2009

Năm mà không tài liệu nào ghi thì được suy ra khi có đủ căn cứ, và khi ấy có dấu: (suy ra). Nó không bao giờ được viết
vào lời của tài liệu.

--from và --to cũng nhận ngày như thế. Ngày không có năm thì có thể rơi vào bất cứ đâu, nên bộ lọc nói rõ bao nhiêu
dòng chắc chắn khớp, bao nhiêu chỉ có thể khớp:
  chancery view visits --from 2023 --to 2023

--as-of không hỏi việc xảy ra khi nào, mà hỏi nó được ghi khi nào: một vị trí (chỉ gồm chữ số), hoặc một thời điểm.
  chancery view visits --as-of 40
  chancery view visits --as-of 2026-03-01
`,
}
