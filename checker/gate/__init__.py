"""What a report means for a build.

``acceptance.apply`` takes out of a report what a team accepts (``overrides``, ``suppressions``,
``baseline``), ``deciding.decide`` says whether the rest passes (``thresholds``, limits, ``exit_codes``), and
``gating.gate`` does both. ``audit`` and ``labels`` are for the people who review a baseline.
"""
