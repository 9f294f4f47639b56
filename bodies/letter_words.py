"""The wording of reminder letters: an office's own text a level, with names in braces to fill in.

A text is paragraphs, a line each. The line `{danh_sach}` stands for the list of tasks.
"""

import re
from collections.abc import Iterator, Mapping

LIST = "{danh_sach}"
# What a text may name, and what stands there in the letter.
PLACES: Mapping[str, str] = {
    "danh_sach": "danh sách nhiệm vụ quá hạn; đứng riêng một dòng",
    "don_vi": "tên đơn vị nhận công văn",
    "van_ban": "các thông báo, kết luận có nhiệm vụ quá hạn",
    "so_viec": "số nhiệm vụ quá hạn",
    "da_don_doc": "các công văn đôn đốc trước đây",
    "han_bao_cao": "ngày đơn vị phải báo cáo",
    "tinh_den": "ngày tính số liệu",
}
FIRST = """Thực hiện {van_ban}, đến ngày {tinh_den}, {don_vi} còn {so_viec} nhiệm vụ đã quá thời hạn mà chưa báo cáo kết quả hoàn thành, cụ thể như sau:
{danh_sach}
Đề nghị {don_vi} khẩn trương chỉ đạo, tổ chức thực hiện các nhiệm vụ nêu trên và báo cáo kết quả bằng văn bản trước ngày {han_bao_cao}. Trường hợp có khó khăn, vướng mắc, đề nghị nêu rõ nguyên nhân và thời gian hoàn thành."""
SECOND = """Thực hiện {van_ban}, {don_vi} đã được đôn đốc bằng văn bản tại {da_don_doc}. Tuy nhiên, đến ngày {tinh_den}, còn {so_viec} nhiệm vụ đã quá thời hạn mà chưa báo cáo kết quả hoàn thành, cụ thể như sau:
{danh_sach}
Đề nghị {don_vi} tập trung hoàn thành dứt điểm các nhiệm vụ nêu trên; báo cáo bằng văn bản trước ngày {han_bao_cao}, trong đó nêu rõ nguyên nhân chậm, trách nhiệm của tập thể, cá nhân có liên quan và thời gian cam kết hoàn thành.
Quá thời hạn nêu trên, Văn phòng sẽ báo cáo Thường trực cấp ủy xem xét, chỉ đạo."""
THIRD = """Thực hiện {van_ban}, {don_vi} đã được đôn đốc nhiều lần bằng văn bản tại {da_don_doc}. Đến ngày {tinh_den}, còn {so_viec} nhiệm vụ đã quá thời hạn mà chưa hoàn thành, cụ thể như sau:
{danh_sach}
Ban Thường vụ phê bình {don_vi} chậm thực hiện các nhiệm vụ nêu trên.
Yêu cầu {don_vi} báo cáo giải trình bằng văn bản trước ngày {han_bao_cao}, nêu rõ nguyên nhân, kiểm điểm trách nhiệm của tập thể, cá nhân có liên quan; đồng thời hoàn thành ngay các nhiệm vụ đã quá hạn."""
USUAL: Mapping[int, str] = {1: FIRST, 2: SECOND, 3: THIRD}
_PLACE = re.compile(r"\{([^{}\n]*)\}")


def problems(text: str) -> Iterator[str]:
    """Yield what keeps a text from being used, a sentence each; nothing for an empty one."""
    if not text.strip():
        return
    for name in dict.fromkeys(_PLACE.findall(text)):
        if name not in PLACES:
            known = ", ".join(f"{{{place}}}" for place in PLACES)
            yield f"“{{{name[:40]}}}” không dùng được. Chỉ dùng các ô: {known}."
    if re.search(r"[{}]", _PLACE.sub("", text)):
        yield "Có dấu ngoặc nhọn { hoặc } lẻ. Hãy viết đủ cặp, ví dụ {don_vi}."
    lines = [line.strip() for line in text.splitlines()]
    if lines.count(LIST) != 1 or text.count(LIST) != 1:
        yield f"Hãy để {LIST} đứng riêng một dòng, đúng một lần: danh sách nhiệm vụ in ở đó."


def paragraphs(text: str, values: Mapping[str, str]) -> list[str]:
    """Return the text's paragraphs, filled in; LIST stays as the line that it is.

    A value is put in once: braces inside it are letters. Raises KeyError for a name without one.
    """
    lines = [" ".join(line.split()) for line in text.splitlines()]
    return [
        line if line == LIST else _PLACE.sub(lambda place: values[place[1]], line)
        for line in lines
        if line
    ]
