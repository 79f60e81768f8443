/** Verbs and nouns after which an instrument is spoken of, not made. */
export const spokenOf = new Set(
  [
    'triển khai|thực hiện|thực thi|tuân thủ|tôn trọng|phát huy|tận dụng|khai thác|áp dụng|duy trì|bảo vệ|hoàn thiện|cụ thể hóa',
    'đàm phán|đàm phán lại|thương lượng|nghiên cứu|xem xét|thảo luận|bàn|soạn thảo|dự thảo|hoàn tất|rà soát|nối lại|khởi động',
    'phê chuẩn|gia nhập|tham gia|rút|rút khỏi|hủy bỏ|từ bỏ|chấm dứt|gia hạn|sửa đổi|nâng cấp|vi phạm|phá vỡ|ủng hộ|phản đối|chỉ trích',
    'theo|dựa|trên cơ sở|căn cứ|khuôn khổ|trong khuôn khổ|trên tinh thần|thành viên|nội dung|vòng|nhờ|nêu trong|ghi trong|liên quan',
    'tiến tới|hướng tới|thúc đẩy|xây dựng|quan tâm|đề cập|nhắc|tăng cường|vai trò|lợi ích|cơ hội|tác động|quy định',
  ].flatMap((line) => line.split('|')),
)
