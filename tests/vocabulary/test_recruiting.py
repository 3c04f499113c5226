from keynet.vocabulary.recruiting import AgeLimitReason, CloseReason


def test_every_exception_to_the_ban_on_age_limits_is_explained():
    assert [reason.label for reason in AgeLimitReason] == ["1号", "2号", "3号イ", "3号ロ", "3号ハ", "3号ニ"]
    assert all(reason.explanation for reason in AgeLimitReason)


def test_a_posting_ends_for_one_of_four_reasons():
    assert [reason.label for reason in CloseReason] == [
        "充足",
        "充足（ほかの方法で採用）",
        "取りやめ",
        "期限",
        "未更新",
    ]
