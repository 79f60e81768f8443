export const analyst = {
  en: `
For who reads articles and asks: why do you say that?

1. Read your articles in. Files and folders; text, HTML, PDF, Word, feeds, NDJSON.
     chancery ingest articles/
   What a text does not say itself (who published it, and when) stands beside it in <name>.article.json, or in flags:
     chancery ingest article.txt --published 2023-08-22 --publisher "Bản tin"
   Publication dates matter: they give a year to “ngày 22/8” and a day to “hôm nay”.

2. See what it adds up to.
     chancery views                              which views there are
     chancery view visits                        every visit once, however many articles tell of it
     chancery view agreement-counts KZ-VN        how many agreements two countries signed
     chancery view leader-histories tokayev      what somebody did; any spelling will do
   – means that no document says. It is not zero.

3. Ask why. Every value leads back to the characters that it came from.
     chancery why agreement-counts KZ-VN signed

4. See what was not understood.
     chancery doubts                             what the ledger is not sure of
     chancery documents show <digest>            one article, and the sentences that were passed over

5. Correct it. Nothing is overwritten: a correction is an event too, with your name and your reason.
     chancery correct amend 12 --set count=8 --because "the annex lists eight" --preview
     chancery correct undo

6. Take it with you.
     chancery view visits --format csv > visits.csv
     chancery serve                              the same in a browser, on this machine
`,
  vi: `
Dành cho người đọc bài báo và hỏi: dựa vào đâu mà nói thế?

1. Đưa bài vào. Tệp và thư mục; văn bản, HTML, PDF, Word, nguồn tin, NDJSON.
     chancery ingest articles/
   Điều mà bài không tự nói (ai đăng, đăng khi nào) ghi ở tệp <tên>.article.json bên cạnh, hoặc bằng tuỳ chọn:
     chancery ingest article.txt --published 2023-08-22 --publisher "Bản tin"
   Ngày đăng rất quan trọng: nhờ nó mà “ngày 22/8” có năm và “hôm nay” có ngày.

2. Xem kết quả.
     chancery views                              có những bảng nào
     chancery view visits                        mỗi chuyến thăm một dòng, dù bao nhiêu bài nhắc tới
     chancery view agreement-counts KZ-VN        hai nước đã ký bao nhiêu văn kiện
     chancery view leader-histories tokayev      một người đã làm gì; viết kiểu nào cũng tìm ra
   – nghĩa là không tài liệu nào nói. Đó không phải là số không.

3. Hỏi vì sao. Mọi giá trị đều dẫn về đúng những chữ đã sinh ra nó.
     chancery why agreement-counts KZ-VN signed

4. Xem điều gì chưa hiểu.
     chancery doubts                             những chỗ sổ còn ngờ
     chancery documents show <mã>                một bài, và những câu đã bỏ qua

5. Đính chính. Không gì bị ghi đè: đính chính cũng là một sự kiện, có tên và lý do của bạn.
     chancery correct amend 12 --set count=8 --because "phụ lục liệt kê tám" --preview
     chancery correct undo

6. Mang đi.
     chancery view visits --format csv > visits.csv
     chancery serve                              xem trong trình duyệt, ngay trên máy này
`,
}
