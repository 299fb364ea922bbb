"""What old lists call each thing, in English and Spanish: the keys are those of `fields.py`."""

_WORDS = {
    "name": """
        name | full name | client | client name | participant | participant name |
        recoveree | guest | member | nombre | person | first and last name | name last
        first | who | attendee
    """,
    "first_name": "first | first name | fname | given name | primer nombre",
    "last_name": "last | last name | lname | surname | family name | apellido | apellidos",
    "called": """
        goes by | nickname | preferred name | called | aka | alias | prefers | apodo |
        chosen name | street name
    """,
    "number": """
        id | no | number | client id | participant id | case | case number | case no |
        record | mrn | code | numero | client no | unique id
    """,
    "born_on": """
        dob | date of birth | birth date | birthdate | birthday | born | fecha de
        nacimiento | d o b
    """,
    "phone": """
        phone | phone number | cell | cell phone | mobile | telephone | tel | telefono |
        contact number | number to call | phone no
    """,
    "email": "email | e mail | email address | correo",
    "message": """
        ok to leave msg | ok to leave message | leave message | voicemail ok | vm ok |
        ok to text | message ok | ok to lm
    """,
    "town": "town | city | address | location | lives in | residence | ciudad | pueblo | zip",
    "began_on": """
        intake | intake date | start | start date | started | enrolled | enrollment date
        | admit date | admission | first contact | date opened | referral date | fecha
        de ingreso
    """,
    "coach": """
        coach | staff | worker | case manager | peer | peer coach | recovery coach |
        assigned to | counselor | rcp | prs
    """,
    "status": "status | current status | state | disposition | outcome | estado | case status",
    "substances": """
        primary substance | substance | substances | drug | drugs | doc | drug of choice
        | drugs used | sustancia
    """,
    "hopes": "goal | goals | hope | hopes | wants | meta | metas | recovery goal",
    "housing": "housing | housing status | living situation | housed | vivienda | shelter",
    "gender": "gender | sex | gender identity | genero",
    "race": "race | ethnicity | race ethnicity | raza | etnia",
    "language": "language | languages | preferred language | idioma | primary language",
    "pronouns": "pronouns | pronoun | pronombres",
    "medicine": "moud | mat | medication | medications | medicine | medicina",
    "day": """
        date | day | when | contact date | service date | date of contact | date of
        service | fecha | dos | encounter date | visit date
    """,
    "how": """
        type | contact type | kind | how | method | mode | modality | service type |
        encounter type | tipo
    """,
    "minutes": """
        min | mins | minutes | duration | length | time spent | minutos | total minutes
        | length min
    """,
    "hours": "hours | hrs | hr | horas | total hours",
    "staff": """
        staff | coach | worker | by | peer | provider | staff name | entered by |
        recovery coach | peer coach | who met
    """,
    "note": """
        note | notes | comment | comments | narrative | summary | description | nota |
        notas | details | progress note
    """,
}
#: The headings of each field, as `values.texts.key_of` makes them.
HEADINGS = {
    key: {" ".join(heading.split()) for heading in words.split("|")}
    for key, words in _WORDS.items()
}
