"""Measures of support (меры сопровождения): what the rules of acts require for a person or against a deficit."""

from enum import StrEnum


class Measure(StrEnum):
    """What a plan must contain."""

    REGISTER_PROGRAMME = "register-programme"
    """A programme of further professional education, from the federal register where one fits (федеральный реестр)."""
    MANAGEMENT_TEAM_PROGRAMME = "management-team-programme"
    """A programme for management teams (программа для управленческих команд)."""
    INTERNSHIP = "internship"
    """Стажировка."""
    POST_COURSE_SUPPORT = "post-course-support"
    """Support after a programme (посткурсовое сопровождение)."""
    TRANSFER_INTO_PRACTICE = "transfer-into-practice"
    """Internship, master class, exchange of experience, visits to lessons (перенос компетенций в практику)."""
    MENTORING = "mentoring"
    """Наставничество."""
    MANAGERIAL_MENTORING = "managerial-mentoring"
    """Mentoring among managers (менторство, «управленческое наставничество»)."""
    METHODICAL_HELP = "methodical-help"
    """Методическая помощь."""
    ACCOMPANIMENT = "accompaniment"
    """A methodist or tutor who goes along with the route (сопровождение маршрута методистом или тьютором)."""
    HORIZONTAL_LEARNING = "horizontal-learning"
    """Learning from colleagues (горизонтальное обучение, взаимообучение)."""
    INVITATION_TO_ACTIVE = "invitation-to-active"
    """An invitation to a methodical active (приглашение в методический актив)."""
    BURNOUT_PREVENTION = "burnout-prevention"
    """Профилактика профессионального выгорания."""
    REPEATED_DIAGNOSIS = "repeated-diagnosis"
    """A diagnostics at the end of the route (повторная диагностика)."""
