import { expect, test } from 'vitest'
import { type Shape, told } from './told.ts'

const shapes: readonly Shape[] = [
  {
    name: 'crossed: Montant crédité, montant débité',
    file: 'Date;Libellé;Montant crédité;Montant débité\n02/03/2026;VIR SEPA ATELIER MARTIN;450,00;\n05/03/2026;PRLV URSSAF;;120,00\n',
    told: ['2026-03-02 450.00 VIR SEPA ATELIER MARTIN', '2026-03-05 -120.00 PRLV URSSAF'],
  },
  {
    name: 'crossed: Reçu and Payé as columns',
    file: 'Date;Libellé;Reçu;Payé\n02/03/2026;ATELIER MARTIN;450,00;\n05/03/2026;URSSAF;;120,00\n',
    told: ['2026-03-02 450.00 ATELIER MARTIN', '2026-03-05 -120.00 URSSAF'],
  },
  {
    name: 'crossed: Entrant and Sortant',
    file: 'Date;Libellé;Entrant;Sortant\n02/03/2026;ATELIER MARTIN;450,00;\n05/03/2026;URSSAF;;120,00\n',
    told: ['2026-03-02 450.00 ATELIER MARTIN', '2026-03-05 -120.00 URSSAF'],
  },
  {
    name: 'Revolut, French, three currencies, a fee, waiting and reverted rows',
    file: 'Type,Produit,Date de début,Date de fin,Description,Montant,Frais,Devise,État,Solde\nRechargement,Valeur actuelle,2026-03-02 09:12:11,2026-03-02 09:12:13,Paiement de Atelier Martin,450.00,0.00,EUR,TERMINÉ,1450.00\nPaiement par carte,Valeur actuelle,2026-03-04 18:00:00,2026-03-05 03:11:00,Sncf,-120.00,0.00,EUR,TERMINÉ,1330.00\nVirement,Valeur actuelle,2026-03-06 10:00:00,2026-03-06 10:00:02,To John,-20.00,1.50,USD,TERMINÉ,78.50\nPaiement par carte,Valeur actuelle,2026-03-07 10:00:00,,Amazon,-9.99,0.00,EUR,EN ATTENTE,\nPaiement par carte,Valeur actuelle,2026-03-07 11:00:00,,Uber,-12.00,0.00,EUR,ANNULÉ,\n',
    told: [
      '2026-03-02 450.00 Paiement de Atelier Martin',
      '2026-03-04 -120.00 Sncf',
      '2026-03-06 -20.00 To John USD',
      '2026-03-07 -9.99 Amazon pending',
    ],
    problems: ['not-executed'],
  },
  {
    name: 'PayPal, French, memo rows and a currency conversion',
    file: '"Date","Heure","Fuseau horaire","Nom","Type","État","Devise","Avant commission","Commission","Net","Numéro de transaction","Impact sur le solde"\n"02/03/2026","10:00:00","CET","Atelier Martin","Paiement sur site marchand","Terminé","EUR","450,00","-13,40","436,60","1AB","Crédit"\n"05/03/2026","11:00:00","CET","OVH","Paiement préapprouvé","Terminé","EUR","-120,00","0,00","-120,00","2AB","Débit"\n"13/03/2026","11:00:00","CET","Dupont","Demande de paiement envoyée","En attente","EUR","80,00","0,00","80,00","3AB","Mémo"\n',
    told: ['2026-03-02 436.60 Atelier Martin', '2026-03-05 -120.00 OVH'],
    problems: ['not-executed'],
  },
  {
    name: 'Stripe payouts with a failed one',
    file: 'id,Amount,Created (UTC),Currency,Arrival Date (UTC),Source Type,Status,Type,Method,Description,Destination\npo_1,450.00,2026-03-02 02:10,eur,2026-03-04 00:00,card,paid,bank_account,standard,STRIPE PAYOUT,ba_1\npo_2,120.00,2026-03-05 02:10,eur,2026-03-09 00:00,card,failed,bank_account,standard,STRIPE PAYOUT,ba_1\npo_3,75.50,2026-03-30 02:10,eur,2026-04-02 00:00,card,in_transit,bank_account,standard,STRIPE PAYOUT,ba_1\n',
    told: ['2026-03-02 450.00 STRIPE PAYOUT', '2026-03-30 75.50 STRIPE PAYOUT pending'],
    problems: ['not-executed'],
  },
  {
    name: 'Stripe balance, itemised',
    file: 'balance_transaction_id,created_utc,created,available_on,currency,gross,fee,net,reporting_category,description\ntxn_1,2026-03-02 08:00:00,2026-03-02 09:00:00,2026-03-09 00:00:00,eur,450.00,6.55,443.45,charge,Facture F-2026-012\ntxn_2,2026-03-05 23:30:00,2026-03-06 00:30:00,2026-03-06 00:00:00,eur,-443.45,0.00,-443.45,payout,STRIPE PAYOUT\n',
    told: ['2026-03-02 443.45 Facture F-2026-012', '2026-03-06 -443.45 STRIPE PAYOUT'],
  },
  {
    name: 'Qonto, French, local currency and VAT columns',
    file: 'Date de la valeur (UTC);Date de l’opération (UTC);Date de la valeur (heure locale);Date de l’opération (heure locale);Montant total (TTC);Montant total en devise locale;Devise locale;Devise;Nom de la contrepartie;Moyen de paiement;Statut;Référence;Note;Montant de la TVA\n02-03-2026 08:00:00;02-03-2026 07:59:00;02-03-2026 09:00:00;02-03-2026 08:59:00;450,00;450,00;EUR;EUR;Atelier Martin;Virement;Exécuté;F-2026-012;;0,00\n;05-03-2026 07:59:00;;05-03-2026 08:59:00;-110,25;-120,00;USD;EUR;Figma;Carte;En cours;;;\n06-03-2026 07:59:00;06-03-2026 07:59:00;06-03-2026 08:59:00;06-03-2026 08:59:00;-12,00;-12,00;EUR;EUR;Uber;Carte;Refusé;;;\n',
    told: ['2026-03-02 450.00 Atelier Martin', '2026-03-05 -110.25 Figma pending'],
    problems: ['not-executed'],
  },
  {
    name: 'N26 of 2024, English headings, iso dates, no status',
    file: '"Booking Date","Value Date","Partner Name","Partner Iban",Type,"Payment Reference","Account Name","Amount (EUR)","Original Amount","Original Currency","Exchange Rate"\n2026-03-02,2026-03-02,"ATELIER MARTIN",FR7630006000011234567890189,"Credit Transfer","F-2026-012","Compte principal",450.00,,,\n2026-03-05,2026-03-04,"FIGMA",,Presentment,-,"Compte principal",-110.25,120,USD,0.91875\n',
    told: ['2026-03-02 450.00 ATELIER MARTIN | F-2026-012', '2026-03-05 -110.25 FIGMA'],
  },
  {
    name: 'Wise, day first with dashes',
    file: '"TransferWise ID",Date,Amount,Currency,Description,"Payment Reference","Running Balance","Exchange From","Exchange To","Exchange Rate","Payer Name","Payee Name","Payee Account Number",Merchant,"Total fees"\nTRANSFER-2,05-03-2026,-120.00,EUR,"Sent money to OVH",INV,1330.00,,,,,OVH,,,0.51\nTRANSFER-1,02-03-2026,450.00,EUR,"Received money from ATELIER MARTIN with reference F-12",F-12,1450.00,,,,ATELIER MARTIN,,,,0.00\n',
    told: [
      '2026-03-05 -120.00 Sent money to OVH | INV',
      '2026-03-02 450.00 Received money from ATELIER MARTIN with reference F-12',
    ],
  },
  {
    name: 'SumUp, French, a refund and a failed sale',
    file: 'Email,Date,ID transaction,Type de transaction,Statut,Type de carte,4 derniers chiffres,Description,Total,Sous-total,TVA,Pourboire,Frais,Versement\nmoi@example.fr,"2 mars 2026, 10:12",TA1,Vente,Réussie,VISA,1234,Consultation,60.00,60.00,0.00,0.00,1.05,58.95\nmoi@example.fr,"5 mars 2026, 11:00",TA2,Vente,Échouée,VISA,1234,Consultation,60.00,60.00,0.00,0.00,0.00,0.00\nmoi@example.fr,"6 mars 2026, 12:00",TA3,Vente,Réussie,MC,4321,Séance,80.00,80.00,0.00,0.00,1.40,78.60\n',
    told: ['2026-03-02 58.95 Consultation', '2026-03-06 78.60 Séance'],
    problems: ['not-executed'],
  },
  {
    name: 'Zettle, cash and card, fee positive',
    file: 'Date;Heure;Numéro de reçu;TVA (20 %);Total;Frais;Net;Mode de paiement;Personnel\n2026-03-02;10:12;101;10,00;60,00;1,05;58,95;Carte;Moi\n2026-03-05;11:00;102;13,33;80,00;1,40;78,60;Carte;Moi\n',
    told: ['2026-03-02 58.95 Moi', '2026-03-05 78.60 Moi'],
  },
  {
    name: 'Boursorama with blanks as thousands',
    file: '\ufeffdateOp;dateVal;label;category;categoryParent;supplierFound;amount;comment;accountNum;accountLabel;accountbalance\n2026-03-02;2026-03-02;"VIR SEPA ATELIER MARTIN";"Virements reçus";"Revenus";"atelier martin";"1 450,00";;00040123456;"BoursoBank";5230.15\n2026-03-05;2026-03-04;"CARTE 04/03/26 SNCF CB*1234";"Transports";"Dépenses";"sncf";-120,00;;00040123456;"BoursoBank";5230.15\n',
    told: ['2026-03-02 1450.00 VIR SEPA ATELIER MARTIN', '2026-03-05 -120.00 CARTE 04/03/26 SNCF CB*1234'],
  },
  {
    name: 'Crédit Agricole, narrow spaces, label over lines, footer',
    file: 'Téléchargement du 31/03/2026;\n\nM. JEAN EXEMPLE\nCompte de Dépôt carte n° 12345678901;\nSolde au 31/03/2026 1\u202f330,00 €\n\nListe des opérations du compte entre le 01/03/2026 et le 31/03/2026;\n\nDate;Libellé;Débit euros;Crédit euros;\n02/03/2026;"VIREMENT EN VOTRE FAVEUR\nATELIER MARTIN\nF-2026-012\n";;1\u202f450,00;\n05/03/2026;"PRELEVEMENT\nURSSAF\n";120,00;;\n',
    told: [
      '2026-03-02 1450.00 VIREMENT EN VOTRE FAVEUR ATELIER MARTIN F-2026-012',
      '2026-03-05 -120.00 PRELEVEMENT URSSAF',
    ],
  },
  {
    name: 'LCL: amount second, no headings, account line last',
    file: '02/03/2026;450,00;Virement;;VIR SEPA ATELIER MARTIN;0;Divers\n05/03/2026;-120,00;Prélèvement;;PRLV URSSAF;0;Divers\n31/03/2026;1330,00;;;01234 123456A;;\n',
    told: ['2026-03-02 450.00 Virement | VIR SEPA ATELIER MARTIN', '2026-03-05 -120.00 Prélèvement | PRLV URSSAF'],
  },
  {
    name: 'Société Générale pro: number formula, then headings',
    file: '="0301234567890";01/03/2026;31/03/2026;\n\nDate comptabilisation;Libellé complet opération;Devise;Débit;Crédit;Libellé interbancaire\n02/03/2026;VIR RECU DE: ATELIER MARTIN MOTIF: F-12;EUR;;450,00;VIREMENT SEPA RECU\n05/03/2026;PRELEVEMENT URSSAF;EUR;-120,00;;PRELEVEMENT SEPA\n',
    told: ['2026-03-02 450.00 VIR RECU DE: ATELIER MARTIN MOTIF: F-12', '2026-03-05 -120.00 PRELEVEMENT URSSAF'],
  },
  {
    name: 'Shine: type, both parties, splits',
    file: 'Date d’opération,Date de valeur,Type de transaction,Émetteur,Bénéficiaire,Libellé,Débit,Crédit,Solde\n2026-03-02,2026-03-02,Virement entrant,ATELIER MARTIN,MOI,F-2026-012,,450.00,1450.00\n2026-03-05,2026-03-05,Prélèvement,MOI,URSSAF,Cotisations,120.00,,1330.00\n',
    told: ['2026-03-02 450.00 ATELIER MARTIN | F-2026-012', '2026-03-05 -120.00 URSSAF | Cotisations'],
  },
  {
    name: 'Indy: card, bank and category columns',
    file: 'Date;Libellé;Montant TTC;Type;Catégorie;TVA;Compte bancaire\n02/03/2026;VIR SEPA ATELIER MARTIN;450;recette;Recettes encaissées;75;BoursoBank Pro\n05/03/2026;PRLV URSSAF;120;dépense;Cotisations;0;BoursoBank Pro\n',
    told: ['2026-03-02 450.00 VIR SEPA ATELIER MARTIN', '2026-03-05 -120.00 PRLV URSSAF'],
  },
  {
    name: 'Monabanq: value date between, debits already negative',
    file: 'Date;Date de valeur;Libellé;Débit euros;Crédit euros\n02/03/2026;02/03/2026;VIR ATELIER MARTIN;;450,00\n05/03/2026;05/03/2026;PRLV URSSAF;-120,00;\n',
    told: ['2026-03-02 450.00 VIR ATELIER MARTIN', '2026-03-05 -120.00 PRLV URSSAF'],
  },
  {
    name: 'La Banque Postale pro: ledger with pending section',
    file: 'Compte;1234567A033\nOpérations en attente;;;\nDate;Libellé;Débit;Crédit\n30/03/2026;CARTE SNCF;35,00;\n\nOpérations comptabilisées;;;\nDate;Libellé;Débit;Crédit\n02/03/2026;VIREMENT DE ATELIER MARTIN;;450,00\n05/03/2026;PRELEVEMENT DE URSSAF;120,00;\n',
    told: [
      '2026-03-30 -35.00 CARTE SNCF pending',
      '2026-03-02 450.00 VIREMENT DE ATELIER MARTIN',
      '2026-03-05 -120.00 PRELEVEMENT DE URSSAF',
    ],
  },
  {
    name: 'pending section by a row inside the list',
    file: 'Date;Libellé;Montant\nOpérations à venir;;\n02/04/2026;CARTE SNCF;-35,00\nOpérations comptabilisées;;\n02/03/2026;VIREMENT DE ATELIER MARTIN;450,00\n05/03/2026;PRELEVEMENT DE URSSAF;-120,00\n',
    told: [
      '2026-04-02 -35.00 CARTE SNCF pending',
      '2026-03-02 450.00 VIREMENT DE ATELIER MARTIN',
      '2026-03-05 -120.00 PRELEVEMENT DE URSSAF',
    ],
  },
  {
    name: 'American bank: month first, dots, thousands in quotes',
    file: 'Date,Description,Amount,Running Bal.\n03/02/2026,"ACH CREDIT ATELIER MARTIN","1,450.00","2,450.00"\n03/15/2026,"CARD SNCF","-120.00","2,330.00"\n',
    told: ['2026-03-02 1450.00 ACH CREDIT ATELIER MARTIN', '2026-03-15 -120.00 CARD SNCF'],
  },
  {
    name: 'Revolut Business',
    file: 'Date started (UTC),Date completed (UTC),ID,Type,State,Description,Reference,Payer,Card number,Orig currency,Orig amount,Payment currency,Amount,Total amount,Exchange rate,Fee,Fee currency,Balance,Account,Beneficiary account number\n2026-03-02,2026-03-02,a1,TOPUP,COMPLETED,Money added from ATELIER MARTIN,F-12,,,EUR,450.00,EUR,450.00,450.00,,0.00,EUR,1450.00,EUR Main,\n2026-03-04,2026-03-05,a2,CARD_PAYMENT,COMPLETED,Figma,,Moi,1234,USD,-120.00,EUR,-110.25,-111.25,0.91875,1.00,EUR,1338.75,EUR Main,\n',
    told: ['2026-03-02 450.00 Money added from ATELIER MARTIN', '2026-03-05 -111.25 Figma'],
  },
]

test.each(shapes)('$name', ({ file, told: expected, problems = [] }) => {
  const read = told(file)
  expect({ ...read, rows: read.rows }).toEqual({ rows: expected, problems })
})
