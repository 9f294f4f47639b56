"""Fields and a form that speak plain office Vietnamese when something is wrong."""

import re
from typing import Any

from django import forms

# Django's own Vietnamese lacks some of these and says the others stiffly; by the validators' codes.
SENTENCES = {
    "max_length": "Dài quá: tối đa %(limit_value)d ký tự, đang có %(show_value)d.",
    "min_value": "Số này phải từ %(limit_value)s trở lên.",
    "max_value": "Số này không được quá %(limit_value)s.",
    "null_characters_not_allowed": "Có ký tự không đọc được. Hãy gõ lại.",
}
CHOOSE = "Hãy chọn một mục trong danh sách."
MOST_NUMBERS = 6


class SpokenForm(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages = {**SENTENCES, **field.error_messages}
            if type(field) is forms.ChoiceField:  # a choice of rows has a sentence of its own
                field.error_messages["invalid_choice"] = CHOOSE


class LineField(forms.CharField):
    """One line; runs of white space become one space."""

    def to_python(self, value: Any) -> str:
        return " ".join(str(super().to_python(value) or "").split())


class NumbersField(forms.CharField):
    """Whole numbers typed "5, 1": each once, sorted; a list of int. Empty is an empty list."""

    def __init__(self, *, least: int, most: int, farthest_first: bool, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.least, self.most, self.farthest_first = least, most, farthest_first

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(map(str, value)) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[int]:
        words = [word for word in re.split(r"[,;\s]+", super().clean(value)) if word]
        for word in words:
            self._refuse(word)
        numbers = sorted({int(word) for word in words}, reverse=self.farthest_first)
        if len(numbers) > MOST_NUMBERS:
            raise forms.ValidationError(f"Nhiều quá: ghi không quá {MOST_NUMBERS} số.")
        return numbers

    def _refuse(self, word: str) -> None:
        """Raise unless the word is a number in range."""
        if not re.fullmatch("[0-9]+", word):
            raise forms.ValidationError(
                f"“{word[:20]}” không phải số ngày. Hãy ghi các số cách nhau bằng dấu phẩy, ví dụ: 5, 1."
            )
        if len(word) > len(str(self.most)) or not self.least <= int(word) <= self.most:
            raise forms.ValidationError(
                f"“{word[:20]}” không dùng được: mỗi số phải từ {self.least} đến {self.most}."
            )
