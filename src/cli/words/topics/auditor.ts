export const auditor = {
  en: `
For who trusts nobody.

1. Check everything: every hash, and every event against the document that it quotes.
     chancery verify

2. Keep a checkpoint elsewhere, and hold the ledger to it later. A log that was rewritten cannot meet it.
     chancery checkpoint > checkpoint.txt
     chancery verify --against checkpoint.txt

3. Take proof of one event away, and check it on a machine without this ledger, with any C2SP tool.
     chancery prove 12 --out event-12.proof

4. Spot-check claims against their sentences. The same seed draws the same claims.
     chancery audit --sample 20 --seed 7

5. See who corrected what, and why; who joined which names.
     chancery events --type EventRetracted --type EventAmended
     chancery events --type PeopleMerged

6. See what was not recorded: sentences that mention a trigger word and yielded nothing.
     chancery documents show <digest>

7. Read the documents again with the rules of today, and compare.
     chancery verify --reextract
`,
  vi: `
Dành cho người không tin ai.

1. Kiểm tra tất cả: mọi mã băm, và mọi sự kiện so với tài liệu mà nó trích.
     chancery verify

2. Giữ một điểm kiểm ở nơi khác, rồi bắt sổ phải khớp với nó. Sổ bị viết lại thì không thể khớp.
     chancery checkpoint > checkpoint.txt
     chancery verify --against checkpoint.txt

3. Mang theo bằng chứng về một sự kiện, kiểm ở máy không có sổ này, bằng bất kỳ công cụ C2SP nào.
     chancery prove 12 --out event-12.proof

4. Soát ngẫu nhiên các ghi nhận so với câu gốc. Cùng một hạt giống thì rút cùng những mẫu ấy.
     chancery audit --sample 20 --seed 7

5. Xem ai đính chính gì, vì sao; ai gộp những tên nào.
     chancery events --type EventRetracted --type EventAmended
     chancery events --type PeopleMerged

6. Xem điều không được ghi: những câu có từ khoá mà không sinh ra gì.
     chancery documents show <mã>

7. Đọc lại tài liệu bằng bộ luật hôm nay, rồi so sánh.
     chancery verify --reextract
`,
}
