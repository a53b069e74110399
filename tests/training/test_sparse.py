from training.sparse import Examples, fit


def _rows(times):
    rows = Examples()
    for _ in range(times):
        rows.add(["bias", "said"], answer=True, weight=1.0)
        rows.add(["bias", "rain"], answer=False, weight=1.0)
    rows.add(["bias", "seldom"], answer=True, weight=1.0)
    return rows


def test_weights_tell_the_answers_apart():
    weights = fit(_rows(200))
    assert weights["said"] > 0 > weights["rain"]


def test_rare_features_weigh_nothing():
    assert "seldom" not in fit(_rows(200))


def test_the_same_examples_give_the_same_weights():
    assert fit(_rows(50)) == fit(_rows(50))
