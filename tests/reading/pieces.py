"""Forms of documents, worded for the tests, one piece a line, and the values that fill them."""


def _pieces(lines: str) -> list[str]:
    return lines.strip("\n").splitlines()


BUYERS = _pieces("""
Government of Kosovo
Government of the Philippines
Taipei Economic and Cultural Representative Office
NATO Support and Procurement Agency
Kingdom of Sweden
Georgia
""")
ITEMS = _pieces("""
Two hundred forty-six (246) Javelin FGM-148F missiles (includes six (6) fly-to-buy missiles)
thirty(30) M30A2 pods
(U) Up to 40 AIM-120C-8 AMRAAM
additional AW-119Kx helicopters
M270Al launchers
15 to70 radios
1,000,000 rounds
None
0 to 5 million cartridges
999999999999999999999999999999 bolts
;;
½ of a set
""")
SUMS = _pieces("""
$75 million
$ 0
$ 0.64 million
$9.0 billion
TOTAL ....... $ 67
up to USD 309 million
40 crore rupees
an estimatedtotal cost is $5 million
$1111111111111111111111111
200 million euros
€
a crore dollars
acrore $
""")
DATES = _pieces("""
January 11, 2024
February 29, 2023
Jan. 32, 2024
on Thursday
last July
2024-13-45
May
12/31/99
""")
NOTICE = _pieces("""
[Federal Register Volume 89, Number 1 (Tuesday, January 2, 2024)]
[Notices]
[Pages 100-101]
[FR Doc No: 2024-00001]
DEPARTMENT OF DEFENSE
[Transmittal No. 23-22]
Arms Sales Notification
ACTION: Arms sales notice.
Transmittal No. 26-0G
Notice of Proposed Issuance of Letter of Offer Pursuant to Section 36(b)(1) of the Arms Export Control Act
    (i) Prospective Purchaser: {buyer}
    (ii) Total Estimated Value:
Major Defense Equipment*..... {sum}
Other........................ {sum}
  TOTAL...................... {sum}
    (iii) Description and Quantity or Quantities of Articles or Services under Consideration for Purchase:
Major Defense Equipment (MDE):
    {item}
    {item}
Non-MDE:
    Spare parts; and training.
    (iv) Military Department: Army (KO-B-UAA)
    (v) Prior Related Cases, if any: KO-B-ABC
    (vi) Sales Commission, Fee, etc., Paid: None
    (viii) Date Report Delivered to Congress: {date}
POLICY JUSTIFICATION
Kosovo--Javelin Missiles
    The {buyer} has requested to buy {item}; and {item}. The estimated total cost is {sum}.
    The principal contractors will be Example Corp., Tucson, AZ; and RTX of Andover, Bethesda, MA.
""")
CHANGE = _pieces("""
[Federal Register Volume 89, Number 1 (Tuesday, January 2, 2024)]
[Transmittal No. 25-1B]
ACTION: Arms sales notice.
Report of Enhancement or Upgrade of Sensitivity of Technology or Capability (Sec. 36(b)(5)(C), AECA)
    (i) Purchaser: {buyer}
    (ii) Sec. 36(b)(1), AECA Transmittal No.: 23-26
    Date: {date}
    (iii) Description: On {date}, Congress was notified of {item}, for {sum}.
This transmittal notifies the inclusion of {item}. The total value will increase to {sum}.
    (viii) Date Report Delivered to Congress: {date}
""")
CORRECTION = _pieces("""
[Federal Register Volume 89, Number 1 (Tuesday, January 2, 2024)]
[Transmittal No. 26-CN]
Arms Sales Notification; Correction
ACTION: Arms sales notice; correction.
SUMMARY: On {date}, the DoD published a notice, Transmittal No. 23-22, on {buyer}. It is corrected: {item}.
Prospective Purchaser: {buyer}; {sum}
""")
LICENCE = _pieces("""
[Federal Register Volume 89, Number 1 (Tuesday, January 2, 2024)]
DEPARTMENT OF STATE
Notifications to the Congress of Proposed Commercial Export Licenses
{date}
Pursuant to section 36(c) of the Arms Export Control Act, I transmit certification of a license for {buyer}.
The transaction in the attached certification involves the export of {item} in the amount of {sum} or more.
Transmittal No. DDTC 24-052
""")
RECORD = _pieces("""
[Congressional Record Volume 170, Number 1 (Tuesday, January 2, 2024)]
[Senate]
ARMS SALES NOTIFICATION
Washington, DC, {date}.
Dear Mr. Chairman: we are forwarding herewith Transmittal No. 23-22, for {buyer}, estimated to cost {sum}.
transmittal no. 23-22
    (i) Prospective Purchaser: {buyer}.
    (ii) Total Estimated Value: {sum}.
    (iii) Description and Quantity of Articles: {item}.
    (viii) Date Report Delivered to Congress: {date}.
""")
RELEASE = _pieces("""
<h1>Kosovo – Javelin Missiles</h1>
Media/Public Contact: pm@example.gov
Transmittal No. 25-1B
WASHINGTON, {date} -
<p>The State Department has made a determination approving a possible Foreign Military Sale to the {buyer} of
{item} for an estimated cost of {sum}. The Defense Security Cooperation Agency delivered the notice.</p>
<p>The {buyer} has requested to buy {item}; and {item}. The following non-MDE items will be included: tools.
The original case was valued at {sum}.</p>
The estimated total cost is {sum}.
The prime contractor will be RTX of Andover, Bethesda, MA.
There is no prime contractor.
""")
STATE = _pieces("""
<h1>Sweden – Launchers</h1>
BUREAU OF POLITICAL-MILITARY AFFAIRS
Foreign Military Sales: Congressional Notification
[Transmittal No. 26-27]
{date}
The Department of State has approved a possible Foreign Military Sale to the {buyer} of {item}.
The {buyer} has requested to buy {item} for an estimated cost of {sum}.
""")
RESOLUTION = _pieces("""
118th CONGRESS
2d Session
H. J. RES. 108
Providing for congressional disapproval of the proposed foreign military sale to the {buyer}.
IN THE HOUSE OF REPRESENTATIVES
{date}
Mr. Example (for himself and Ms. Sample) submitted the following joint resolution
JOINT RESOLUTION
Resolved by the Senate and House of Representatives, That the following is hereby prohibited:
(1) The proposed foreign military sale to {buyer} of {item}, described in Transmittal No. 24–104,
submitted to Congress on {date}, valued at {sum}, Executive Communication EC-1427.
""")
POST = _pieces("""
CONTRACTS

ARMY

Example Corp.,* Tucson, Arizona, was awarded a {sum} contract for {item}.
This contract involves foreign military sales (FMS) to {buyer}.
Work will be performed in Tucson, Arizona (51 per cent); and , with an expected completion date of {date}.
FMS funds in the amount of {sum} were obligated. 100% of the contract is for {buyer}.
The Army Contracting Command, Redstone Arsenal, Alabama, is the contracting activity (W31P4Q-24-C-0001).

NAVY

Sample Inc., Fort Worth, Texas (N00019-24-C-0002), is being awarded {sum} for {item} for {buyer}.
The , is the contracting activity.
""")
ARTICLE = _pieces("""
Kosovo asks for missiles
By A. Reporter
PRISTINA, {date} -
The {buyer} has asked to buy {item} from the United States for {sum}, the minister said on Thursday.
“We will buy it,” said the minister, Ana Example. "It is a {sum} deal, and
Serbia denied it had bought {item}. “This is ‘no’ threat, he told reporters on {date}.
The government added {sum} to the defence budget.
The Kosovo Security Force has up to 5,000 active members and a reserve of 3,000 under the law of 2018.
Washington notified Congress in {date}; Turkey will deliver {item} to the {buyer}, worth {sum}.
Lockheed Martin said it will deliver fighter jets from Turkey, according to a statement.
Photo: EPA
Related: Javelin throw final
""")
