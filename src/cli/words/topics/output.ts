export const output = {
  en: `
What is printed, where, and what a program may rely on.

Results go to standard output, talk to standard error. --quiet leaves the results. Colours, bars and tables appear only on
a terminal; NO_COLOR, or --no-color, takes the colours away. Long tables go through PAGER on a terminal, unless
--no-pager.

  --format table       columns, cut to the width of the terminal
  --format json        one JSON value; --json is the same
  --format ndjson      one JSON value a line
  --format csv         for spreadsheets; formulas are quoted
  --format markdown    a table for a page
  (none, in a pipe)    columns parted by tabs, whole, a line of headings first; events as NDJSON

Stable, for programs: names of fields in JSON, NDJSON and CSV, the order of keys within an object, codes of errors and
doubts, exit codes. Not stable: words for people, columns of tables.

–  no document says. It is not zero. JSON: null. CSV: –
0  a document denies it.
   (nothing) the field does not apply. JSON: absent. CSV: an empty cell.

Exit codes: 0 done · 1 not found, an input refused, a difference found · 2 the command line is wrong · 3 a fault.
Errors have one shape: { code, attempted, found, expected, cure }, with --json as JSON on standard error.

A view found in --json:   [{ "key": …, "row": … }]   and one row:   { "key": …, "row": … }
`,
  vi: `
In ra gì, ở đâu, và chương trình có thể dựa vào điều gì.

Kết quả ra luồng chuẩn, lời nói ra luồng lỗi. --quiet chỉ để lại kết quả. Màu, thanh tiến độ và bảng chỉ hiện trên màn
hình; NO_COLOR hoặc --no-color bỏ màu. Bảng dài đi qua PAGER khi ở trên màn hình, trừ khi có --no-pager.

  --format table       theo cột, cắt vừa bề rộng màn hình
  --format json        một giá trị JSON; --json cũng thế
  --format ndjson      mỗi dòng một giá trị JSON
  --format csv         cho bảng tính; công thức được đặt trong nháy
  --format markdown    bảng để đưa vào trang viết
  (không ghi, qua ống) các cột cách nhau bằng tab, đầy đủ, dòng đầu là tên cột; sự kiện là NDJSON

Ổn định cho chương trình: tên trường trong JSON, NDJSON và CSV, thứ tự khoá trong một đối tượng, mã lỗi và mã ngờ, mã thoát.
Không ổn định: lời cho người đọc, cột của bảng.

–  không tài liệu nào nói. Đó không phải số không. JSON: null. CSV: –
0  có tài liệu phủ nhận.
   (trống) trường ấy không áp dụng. JSON: không có. CSV: ô trống.

Mã thoát: 0 xong · 1 không tìm thấy, có tệp bị từ chối, hoặc có khác biệt · 2 gõ lệnh sai · 3 có lỗi.
Lỗi chỉ có một hình dạng: { code, attempted, found, expected, cure }; với --json thì là JSON ở luồng lỗi.

Một bảng trong --json:   [{ "key": …, "row": … }]   và một dòng:   { "key": …, "row": … }
`,
}
