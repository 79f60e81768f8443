export const developer = {
  en: `
For who adds a view.

1. Write its beginnings: a projection that works as it stands, and its test.
     chancery new projection first-visits

2. Look at it. It is folded from the first event on, when it is first read.
     chancery view first-visits --projections projections
     chancery why first-visits KZ-VN --projections projections

   Always the same folder? Say so once, in chancery.config.json:
     { "projections": ["./projections"] }

3. Change the row and the handlers. A handler sees its row, its event and the row's key, nothing else; it only mutates
   the row. So the events of a row are its lineage, and why works without another line.
   Raise the version when a row or a handler changes. Unknown is null, never 0.

4. What events there are, and what they hold:
     chancery events --corrected --format ndjson --limit 5

5. When a handler throws, the view stops at that event and names it, with its quote; the other views go on.

6. From a program: import { openLedger } from 'chancery'. Formats for programs: --json, --format ndjson.
   What changes between two points: chancery compare visits --from 20
`,
  vi: `
Dành cho người viết thêm bảng.

1. Tạo phần đầu: một phép chiếu chạy được ngay, kèm bài kiểm thử.
     chancery new projection first-visits

2. Xem thử. Bảng được dựng từ sự kiện đầu tiên, khi đọc lần đầu.
     chancery view first-visits --projections projections
     chancery why first-visits KZ-VN --projections projections

   Lúc nào cũng dùng thư mục ấy? Ghi một lần vào chancery.config.json:
     { "projections": ["./projections"] }

3. Sửa dòng và các hàm xử lý. Mỗi hàm chỉ thấy dòng của nó, sự kiện và khoá của dòng; nó chỉ sửa dòng ấy.
   Nhờ vậy các sự kiện của một dòng chính là nguồn gốc của nó, và lệnh why chạy được mà không cần viết gì thêm.
   Tăng version khi dòng hoặc hàm thay đổi. Chưa biết là null, không bao giờ là 0.

4. Có những sự kiện nào, chứa gì:
     chancery events --corrected --format ndjson --limit 5

5. Khi một hàm báo lỗi, bảng dừng ở sự kiện ấy và nêu tên nó, kèm trích dẫn; các bảng khác vẫn chạy.

6. Từ chương trình: import { openLedger } from 'chancery'. Định dạng cho máy: --json, --format ndjson.
   Giữa hai thời điểm có gì đổi: chancery compare visits --from 20
`,
}
