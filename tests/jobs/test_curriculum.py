"""`alongside curriculum`, as a trainer meets it."""

import http.client
import threading
from functools import partial
from http.server import ThreadingHTTPServer

import pytest

from alongside.jobs.curriculum.preview import POLICY, Pages, drawn
from alongside.learning.curricula.editions import BUILT_IN
from tests.jobs.programs import alongside, from_nothing
from tests.learning.curricula.small import broken, written

PATHWAY = BUILT_IN / "harm-reduction-pathway"


def test_check_prints_modules_and_hours_per_day_and_in_all_without_any_settings(tmp_path):
    answer = from_nothing("curriculum", "check", written(tmp_path))
    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout.splitlines() == [
        "Small, edition 1",
        "",
        "Day one",
        "    30 min  Hello",
        "   0.5 h    in all",
        "",
        "  0.5 contact hours",
        "",
        "Completed with",
        "  90 % of the minutes of hello, there or made up",
        "Made up by",
        "  as a trainer says",
        "",
        "     1  sources",
        "     1  events of the timeline",
        "     1  situations",
        "     2  of 2 parts with facts are not reviewed",
        "",
        "Ours, 1",
        "    0.5 h  A",
    ]


def test_check_names_the_rules_by_which_the_course_that_comes_along_is_completed():
    lines = alongside("curriculum", "check", PATHWAY).stdout.splitlines()
    at = lines.index("Completed with")
    assert lines[at : at + 5] == [
        "Completed with",
        "  90 % of the minutes of each module, there or made up",
        "  an action plan written; what is in it stays private",
        "Made up by",
        "  The same module in another cohort of this course",
    ]


def test_check_tells_of_a_rule_that_nobody_could_keep(tmp_path):
    """It asks for an evaluation that no step opens."""
    broken(tmp_path, "course.yaml", "  modules: [hello]", "  modules: [hello]\n  evaluation: yes")
    lines = alongside("curriculum", "check", tmp_path).stderr.splitlines()
    assert lines[:2] == [
        f"{tmp_path}/course.yaml:12: Completion asks for it, and no step opens it: evaluation.",
        "    Add to a step: activity: {kind: evaluation}",
    ]


def test_check_of_a_broken_course_tells_file_line_and_remedy_and_is_exit_code_one(tmp_path):
    broken(tmp_path, "course.yaml", "module: hello", "module: helo")
    answer = alongside("curriculum", "check", tmp_path)
    assert (answer.returncode, answer.stdout) == (1, "")
    lines = answer.stderr.splitlines()
    assert lines[2:4] == [
        f"{tmp_path}/course.yaml:28: There is no module “helo”.",
        "    Write modules/helo/module.yaml, or take the line out.",
    ]
    assert lines[-1] == f"In {tmp_path}: 3 things to mend."


@pytest.mark.parametrize("words", [["check"], ["check", "/nowhere"], ["preview", "/nowhere"]])
def test_a_folder_that_is_not_there_is_exit_code_two(words):
    assert alongside("curriculum", *words).returncode == 2


def test_show_lists_ours_and_those_of_ones_own_broken_ones_too(tmp_path):
    written(tmp_path / "small")
    broken(tmp_path / "worse", "course.yaml", "hours: 0.5", "hours: 7")
    answer = alongside("curriculum", "show", ALONGSIDE_COURSES=str(tmp_path))
    assert (answer.returncode, answer.stderr) == (0, "")
    lines = answer.stdout.splitlines()
    assert [line for line in lines if not line.startswith(" ")] == [
        "harm-reduction-pathway  edition 1.0  18.0 hours",
        "small  edition 1  0.5 hours",
        "worse  cannot be read: 1 thing to mend",
    ]
    assert alongside("curriculum", "show", tmp_path).stdout == answer.stdout


def test_preview_refuses_a_folder_without_a_course(tmp_path):
    answer = alongside("curriculum", "preview", tmp_path)
    assert (answer.returncode, answer.stderr) == (
        1,
        f"{tmp_path} has no course.yaml. Give the folder of a course.\n",
    )


@pytest.fixture
def served(tmp_path):
    """The preview of the small course, and how to ask it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Pages, folder=written(tmp_path)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()

    def ask(path, host=None):
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port)
        connection.request("GET", path, headers={"Host": host} if host else {})
        answer = connection.getresponse()
        body = answer.read().decode()
        connection.close()
        return answer, body

    yield ask
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_preview_shows_guide_and_handouts_with_not_reviewed(served):
    assert ">guide</a>" in served("/")[1]
    guide = served("/hello/guide")[1]
    assert "<mark>not reviewed</mark>" in guide
    assert "0–10 min. Ask: Who" in guide
    answer, handout = served("/hello/handout/es")
    assert '<html lang="es">' in handout
    assert "<h1>Hola</h1>" in handout
    assert answer.headers["Content-Security-Policy"] == POLICY


def test_the_preview_follows_what_is_saved_and_tells_what_is_to_mend(served, tmp_path):
    broken(tmp_path, "course.yaml", "hours: 0.5", "hours: 9")
    assert "<code>course.yaml:1</code>" in served("/")[1]


def test_the_preview_shows_what_the_activities_draw_on(served):
    answer, page = served("/parts/es")
    assert (answer.status, "<p>Una calle</p>" in page, "not reviewed" in page) == (200, True, True)


@pytest.mark.parametrize(
    "path",
    ["/parts/fr", "/bye/guide", "/hello/handout/fr", "/hello", "/../course.yaml", "/hello/guide/x"],
)
def test_the_preview_has_no_other_pages(served, path):
    assert served(path)[0].status == 404


def test_the_preview_answers_to_its_own_name_alone(served):
    assert served("/", host="evil.example:80")[0].status == 421


def test_what_a_course_says_is_never_html_of_the_page(tmp_path):
    broken(tmp_path, "modules/hello/module.yaml", "room: Chairs", "room: <script>x</script>")
    status, page = drawn(tmp_path, "/hello/guide")
    assert (status, "<script>" in page) == (200, False)


def test_every_page_of_the_pathway_can_be_drawn():
    contents = drawn(PATHWAY, "/")[1]
    links = [piece.split('"')[0] for piece in contents.split('href="/')[1:]]
    assert len(links) == 19 * 3 + 2
    assert {drawn(PATHWAY, f"/{link}")[0] for link in links} == {200}
