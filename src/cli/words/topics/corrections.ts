export const corrections = {
  en: `
Correcting, without losing anything.

What a document said is never edited. A correction is an event of its own, with who and why; it takes effect in every
view at once, and can be taken back by another one. See first what it would change: --preview appends nothing.

  chancery correct retract 12 --because "the text says planned" --preview
  chancery correct amend 12 --set count=8 --because "the annex lists eight"
  chancery correct add <document> AgreementSigned --data '{…}' --quote "…" --because "overlooked"
  chancery correct merge-people <person> <person> --because "two spellings"
  chancery correct separate-people <person> <person> --because "two men of one name"
  chancery correct merge <engagement> <engagement> --because "one visit"
  chancery correct separate <engagement> <engagement> --because "ten years apart"
  chancery correct review 12 --verdict right --because "read against the page"
  chancery correct undo        takes back your last correction, and the one before …
  chancery correct redo

Events are named by their position, as lists and why print it, or by their id. A separation binds the machine: no rule
joins the two again. Verdicts of people survive when the documents are read again.

Who corrects: --by, else CHANCERY_BY, else the name of the user.
`,
  vi: `
Đính chính mà không mất gì.

Lời của tài liệu không bao giờ bị sửa. Đính chính là một sự kiện riêng, có ai và vì sao; nó có hiệu lực ngay ở mọi bảng,
và có thể được một sự kiện khác rút lại. Hãy xem trước nó sẽ đổi gì: --preview không ghi gì cả.

  chancery correct retract 12 --because "bài chỉ nói dự kiến" --preview
  chancery correct amend 12 --set count=8 --because "phụ lục liệt kê tám"
  chancery correct add <tài liệu> AgreementSigned --data '{…}' --quote "…" --because "bị bỏ sót"
  chancery correct merge-people <người> <người> --because "hai cách viết"
  chancery correct separate-people <người> <người> --because "hai người trùng tên"
  chancery correct merge <việc> <việc> --because "một chuyến thăm"
  chancery correct separate <việc> <việc> --because "cách nhau mười năm"
  chancery correct review 12 --verdict right --because "đã đối chiếu với bài"
  chancery correct undo        rút lại đính chính gần nhất của bạn, rồi cái trước nữa …
  chancery correct redo

Sự kiện được gọi bằng vị trí, như các danh sách và lệnh why in ra, hoặc bằng mã. Việc tách ràng buộc cả máy: không luật nào
gộp lại hai bên nữa. Kết luận của người vẫn còn khi tài liệu được đọc lại.

Ai đính chính: --by, nếu không thì CHANCERY_BY, nếu không thì tên người dùng máy.
`,
}
