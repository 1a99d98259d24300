/** Every field of the intake dictionary as it was laid down, section by section, and where the schema keeps the few it moved. */

const sections = `
schema_version reference name directorate lead_officer.name lead_officer.position lead_officer.email type basis_group
scope.independent_bodies scope.common_vision scope.council_direct_control scope.informal_discussion_group
scope.outside_body_no_policy_function scope.commercial_profit scope.override_reason background area status
previous_agreement legal_basis.powers[].instrument legal_basis.powers[].provision legal_basis.powers[].party
legal_basis.legal_status legal_basis.function_holder legally_binding reorganisation_expected priorities[]

partners[].id partners[].legal_name partners[].short_name partners[].legal_form partners[].legal_personality
partners[].registered_number partners[].charity_number partners[].address partners[].notices.address
partners[].notices.email partners[].notices.attention partners[].contracting_persons[] partners[].sector
partners[].is_host_council partners[].role partners[].lead_officer partners[].foi_body partners[].vat_status
partners[].contributions_in_kind partners[].large_body_fraud_offence partners[].execution.method
partners[].execution.signatories[]

term.start term.end term.kind term.extension_months term.conditions_precedent[] term.long_stop review.first_date
review.frequency_months review.reviewer agreement_date

vision objectives[].id objectives[].text objectives[].measure objectives[].baseline objectives[].target objectives[].due
objectives[].lead services[].text services[].provider services[].clients clients.children clients.adults_at_risk
project.used project.method project.manager project.milestones[].text project.milestones[].date stakeholders[]

board.name board.chair board.meetings_per_year board.substitutes_allowed board.public_access board.seats[].partner
board.seats[].number board.seats[].voting board.seats[].holder board.seats[].holder_kind decisions.quorum
decisions.quorum_must_include[] decisions.voting decisions.weights[] decisions.casting_vote
decisions.unanimous_matters[] decisions.reserved_matters[] decisions.delegation_limit secretariat.partner
secretariat.papers_days secretariat.minutes_days secretariat.cost_bearer members[].name members[].role
members[].training_date members[].expenses reporting[].to reporting[].from reporting[].what reporting[].frequency
reporting.scrutiny_committee performance.framework performance.underperformance_steps conflicts[].person
conflicts[].interest conflicts[].handling consultation.service_users consultation.staff consultation.unions

finance.has_finance budget_model contributions[].partner contributions[].year contributions[].amount
contributions[].share contributions[].kind contributions[].approved contributions[].date finance.total
pool.administrator pool.permitted_spend budget_holder.name budget_holder.duties authority_to_spend.ref
authority_to_spend.date financial_reporting.frequency financial_reporting.to banking accounting_rules overspend.rule
overspend.shares[] underspend.rule vat.treatment vat.adviser vat.advice_date recharge.charged recharge.amount
recharge.basis grant.funder grant.ref grant.amount grant.start grant.end grant.outputs[] grant.retention_years
grant.eligible_spend_end grant.clawback_rule grant.clawback_shares[] grant.mainstreaming_decision
grant.terms_accepted_by_partners accountable_body.partner accountable_body.nominated_by accountable_body.nominated_date
accountable_body.capability_confirmed accountable_body.risk_assessment_done accountable_body.risk_ref
accountable_body.cashflow_limit accountable_body.claim_frequency accountable_body.ineligible_cost_rule
accountable_body.services[] accountable_body.refusal_right s75.arrangement s75.nhs_functions[]
s75.health_related_functions[] s75.client_group s75.services s75.resources[] s75.host_partner s75.pool_manager
s75.reports s75.consultation_done s75.consultation_date s75.improvement_case s75.bcf s75.risk_share[]
procurement.required procurement.exemption procurement.detailed_specification procurement.agreed_with
procurement.agreed_date procurement.procedure procurement.notice_ref procurement.award_date procurement.contract_ref
procurement.value subsidy.assessed subsidy.route subsidy.mfa_total_3y audit.internal_wording_obtained
audit.obtained_date audit.access_years retention[].class retention[].holder retention[].years retention[].reason
assets[] ip.owner ip.licence insurance[].kind insurance[].partner insurance[].limit insurance[].confirmed
liability.caps liability.indemnities[].from liability.indemnities[].to liability.indemnities[].for liability.uncapped

employment.partnership_staff employment.employer employment.policies employment.posts[] volunteers.used volunteers.host
volunteers.training volunteers.checks tupe.expected tupe.from tupe.to tupe.headcount tupe.date tupe.consultation_date
tupe.pensions tupe.indemnities secondments[].secondee_or_post secondments[].from secondments[].to secondments[].start
secondments[].end secondments[].hours secondments[].base secondments[].employee_consented secondments[].s113
secondments[].pay secondments[].equipment secondments[].rules secondments[].leave secondments[].appraisal
secondments[].insurance secondments[].training secondments[].grievance_and_dispute_cost secondments[].home_working
secondments[].personal_development secondments[].recharge_pct secondments[].vat secondments[].discipline
secondments[].notice_weeks secondments[].pension secondments[].dbs_level secondments[].liability
secondments[].return_terms secondments[].redundancy safeguarding.lead safeguarding.policy safeguarding.roles[].role
safeguarding.roles[].dbs_level safeguarding.roles[].checked_on prevent_relevant health_safety.lead
health_safety.sites[] equality.eia_done equality.eia_date equality.lead equality.policy

info.shares_information info.personal_data info.controller_model info.flows[].id info.flows[].from info.flows[].to[]
info.flows[].purpose info.flows[].items[] info.flows[].subjects info.flows[].method info.flows[].frequency
info.flows[].regime info.flows[].bases[].partner info.flows[].bases[].art6 info.flows[].gateway
info.flows[].special_categories[] info.flows[].special_condition info.flows[].offence_data
info.flows[].offence_condition info.flows[].children info.apd_in_place info.dpia.status info.dpia.date info.dpia.reason
info.contacts[].partner info.contacts[].spoc info.contacts[].dpo info.contacts[].caldicott info.requests.form
info.requests.days info.requests.log_holder info.security.transfer info.security.storage info.security.access
info.security.training info.retention[] info.breach.hours info.breach.lead info.rights.lead info.rights.days
info.rights.complaints_lead info.privacy_notices info.overseas info.processors[] info.review_date info.reviewer
confidentiality.years csp.responsible_authorities[] csp.strategy_ref csp.s17a

complaints.lead complaints.stages complaints.days whistleblowing.policy whistleblowing.contact
whistleblowing.s151_contact media.lead media.sign_off media.acknowledgement disputes.steps[].level
disputes.steps[].people disputes.steps[].days disputes.mediator breach.remedy_days expulsion.grounds[] expulsion.vote
expulsion.process expulsion.not_applicable_reason withdrawal.notice_months withdrawal.earliest withdrawal.liabilities
joining_allowed variation.who variation.form termination.notice_months termination.triggers[] exit.strategy
exit.planned exit.unplanned exit.staff exit.assets exit.data exit.contracts exit.liabilities exit.final_report_to
exit.final_report_days exit.mainstreaming

risks[].id risks[].category risks[].event risks[].consequence risks[].identified risks[].lead risks[].review
risks[].controls_in_place[].text risks[].controls_in_place[].partners[] risks[].controls_planned[].text
risks[].controls_planned[].partners[] risks[].controls_planned[].due risks[].impact risks[].likelihood risks[].residual
risks[].target risks[].rating risks[].strategy risks[].escalated_to risks[].escalated_on risk_management.owner
risk_management.review_months approvals.in_principle.by approvals.in_principle.role approvals.in_principle.date
approvals.in_principle.ref approvals.legal.name approvals.legal.position approvals.legal.written approvals.legal.date
approvals.legal.ref approvals.finance.name approvals.finance.position approvals.finance.written approvals.finance.date
approvals.finance.ref approvals.director.name approvals.director.position approvals.director.written
approvals.director.date approvals.director.ref approvals.executive.needed approvals.executive.ref
approvals.executive.date approvals.accountable_body.finance approvals.accountable_body.legal
approvals.accountable_body.executive approvals.partners[].partner approvals.partners[].body approvals.partners[].date
consultation[].row consultation[].name consultation[].position consultation[].date consultation[].advice
consultation[].followed consultation[].shown_in_clause consultation[].reason_if_not declaration.name declaration.date
commitments_started_on checklists.planning[] checklists.inclusivity[] checklists.governance[] execution.counterparts
execution.electronic execution.constitution_permits_esealing
`

/** The dictionary's paths, in its order. */
export const dictionaryPaths: readonly string[] = sections.trim().split(/\s+/)

/** Dictionary paths that stand elsewhere, with where; each is explained in decision record 0004. */
export const movedPaths: Readonly<Record<string, string>> = {
  'reporting.scrutiny_committee': 'scrutiny_committee',
  'consultation.service_users': 'engagement.service_users',
  'consultation.staff': 'engagement.staff',
  'consultation.unions': 'engagement.unions',
}

/** Dictionary paths that became something other than a question; explained in decision record 0004. */
export const replacedPaths: readonly string[] = ['expulsion.not_applicable_reason']
