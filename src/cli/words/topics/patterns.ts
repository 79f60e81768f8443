/** The notation is that of `src/extraction/pattern.ts`. */
export const patterns = {
  en: `
How rules find sentences: patterns, and how to try one.

  A pattern is a row of elements in the order of the sentence, parted by blanks. One of them is the anchor (!): the
  engine looks for it, then reads to both sides.

  v.visit!          an item of this class, or of a class below it; ! makes it the anchor
  'ký_kết'          a word; _ stands for a blank
  a|b               either
  PEOPLE            people in a row: “A, B và C”
  PLACES            countries and cities in a row
  ~                 up to three words that carry no weight; ~~ up to ten
  ...               up to fourteen items of any kind, within the clause
  host:PLACES       what it takes is called host
  x?  x*            may be absent; any number up to six

  Classes are those of the tables in src/languages/vi/gazetteer (lexicon.tsv: v.visit, v.arrive, v.sign, n.talks …),
  beside person, country, place, when, kind, num and word.

Try one on a folder. Every place is told with what the rules make of it today; --missed tells only what they miss.
     chancery try "v.visit! kind:kind? host:PLACES" articles/
     chancery try "left:PEOPLE ~ v.talks! ~ prep.with? right:PEOPLE" articles/ --missed
     chancery try vi/meeting articles/
     chancery try "hội đàm" articles/ --missed
`,
  vi: `
Các luật tìm câu thế nào: mẫu, và cách thử một mẫu.

  Mẫu là một dãy phần tử theo thứ tự trong câu, cách nhau bằng dấu cách. Một phần tử là neo (!): máy tìm nó trước, rồi
  đọc sang hai bên.

  v.visit!          một mục thuộc lớp này hoặc lớp con của nó; ! biến nó thành neo
  'ký_kết'          một từ; _ thay cho dấu cách
  a|b               một trong hai
  PEOPLE            những người nối nhau: “A, B và C”
  PLACES            những nước và thành phố nối nhau
  ~                 tối đa ba từ không mang sức nặng; ~~ tối đa mười
  ...               tối đa mười bốn mục bất kỳ, trong mệnh đề
  host:PLACES       phần nó nhận được gọi là host
  x?  x*            có thể vắng; bao nhiêu cũng được, tối đa sáu

  Các lớp là của những bảng trong src/languages/vi/gazetteer (lexicon.tsv: v.visit, v.arrive, v.sign, n.talks …),
  bên cạnh person, country, place, when, kind, num và word.

Thử một mẫu trên cả thư mục. Mỗi chỗ được kể cùng điều các luật hôm nay rút ra; --missed chỉ kể chỗ bỏ sót.
     chancery try "v.visit! kind:kind? host:PLACES" articles/
     chancery try "left:PEOPLE ~ v.talks! ~ prep.with? right:PEOPLE" articles/ --missed
     chancery try vi/meeting articles/
     chancery try "hội đàm" articles/ --missed
`,
}
